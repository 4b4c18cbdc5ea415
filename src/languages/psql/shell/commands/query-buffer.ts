import { cannotRun } from '../cannot-run';
import type { Command, CommandEnd } from '../command';

/** \p */
export const printBufferCommand: Command = ({ shell }) => {
  const text = shell.buffer.text === '' ? shell.previous : shell.buffer.text;
  if (text !== '') shell.write(`${text}\n`);
  else if (!shell.options.quiet) shell.write('Query buffer is empty.\n');
  return 'done';
};

/** \r */
export const resetCommand: Command = ({ shell, psql }) => {
  shell.buffer.clear();
  psql.forgetOpenQuotes();
  if (!shell.options.quiet) shell.write('Query buffer reset (cleared).\n');
  return 'done';
};

/** \w */
export const writeBufferCommand: Command = ({ shell, args, name }) => {
  const file = args.next('file-or-pipe', true);
  if (file === null) {
    shell.log(`\\${name}: missing required argument`);
    return 'error';
  }
  if (file.startsWith('|')) return cannotRun(shell, file.slice(1).trim());
  const text = shell.buffer.text === '' ? shell.previous : shell.buffer.text;
  shell.io.files.write(file, text === '' ? '' : `${text}\n`);
  return 'done';
};

/** \e */
export const editCommand: Command = async ({ shell, args }): Promise<CommandEnd> => {
  const file = args.next();
  args.next();
  const isLine = file !== null && /^\d+$/.test(file);
  if (file !== null && !isLine) {
    const edited = await shell.io.edit(file, shell.io.files.read(file) ?? '');
    if (edited !== null) shell.io.files.write(file, edited);
    shell.buffer.text = edited ?? '';
    return 'edited';
  }
  const isOwn = shell.buffer.text !== '';
  const text = isOwn ? shell.buffer.text : shell.previous;
  const edited = await shell.io.edit('query', text === '' ? '' : `${text}\n`);
  // What was left as it is is what it was: nothing, if it was the statement before.
  shell.buffer.text = edited ?? (isOwn ? text : '');
  return 'edited';
};
