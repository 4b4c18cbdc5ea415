import { describeAllOptions, setOption } from '../../print/pset';
import type { Command, CommandEnd } from '../command';
import { parseBoolean } from '../parse-boolean';
import type { ShellState } from '../shell-state';

function set(shell: ShellState, name: string, value: string | null): CommandEnd {
  const result = setOption(shell.print, name, value);
  if (result.kind === 'error') {
    shell.log(result.message);
    return 'error';
  }
  shell.print = result.settings;
  if (!shell.options.quiet && result.message !== '') shell.write(result.message);
  return 'done';
}

/** \pset */
export const psetCommand: Command = ({ shell, args }) => {
  const name = args.next();
  const value = args.next();
  if (name !== null) return set(shell, name, value);
  shell.write(describeAllOptions(shell.print));
  return 'done';
};

/** \a: between aligned and unaligned. */
export const alignCommand: Command = ({ shell }) =>
  set(shell, 'format', shell.print.format === 'aligned' ? 'unaligned' : 'aligned');

/** \H: between aligned and HTML. */
export const htmlCommand: Command = ({ shell }) =>
  set(shell, 'format', shell.print.format === 'html' ? 'aligned' : 'html');

/** \C */
export const titleCommand: Command = ({ shell, args }) => set(shell, 'title', args.next('normal', true));

/** \f */
export const fieldSeparatorCommand: Command = ({ shell, args }) => set(shell, 'fieldsep', args.next());

/** \T */
export const tableAttributesCommand: Command = ({ shell, args }) => set(shell, 'tableattr', args.next());

/** \t */
export const tuplesOnlyCommand: Command = ({ shell, args }) => set(shell, 'tuples_only', args.next('normal', true));

/** \x */
export const expandedCommand: Command = ({ shell, args }) => set(shell, 'expanded', args.next('normal', true));

/** \timing */
export const timingCommand: Command = ({ shell, args }) => {
  const text = args.next();
  const value = text === null ? !shell.timing : parseBoolean(text);
  if (value === null) shell.log(`unrecognized value "${text ?? ''}" for "\\timing": Boolean expected`);
  else shell.timing = value;
  // psql says so in any case.
  if (!shell.options.quiet) shell.write(`Timing is ${shell.timing ? 'on' : 'off'}.\n`);
  return value === null ? 'error' : 'done';
};
