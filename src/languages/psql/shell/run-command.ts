import { ArgumentScanner } from '../scan/argument-scanner';
import type { Input } from '../scan/input';
import { CommandArguments, type CommandEnd, type PsqlParts } from './command';
import { FileError } from './file-store';
import { findCommand, isBranching } from './command-table';
import type { ShellState } from './shell-state';

/** What the argument scanner asks the shell for. */
function surroundings(shell: ShellState): ConstructorParameters<typeof ArgumentScanner>[1] {
  return {
    value: (name, quoting) => shell.variableText(name, quoting),
    isSet: (name) => shell.variables.has(name),
    skipped: () => undefined,
    evaluate: (command) => {
      if (shell.conditions.isActive) shell.log(`${command}: there are no programs around this psql`);
      return '';
    },
  };
}

/** Runs a command; a file that is not to be had is said, and nothing worse. */
async function runSafely(shell: ShellState, run: () => Promise<CommandEnd> | CommandEnd): Promise<CommandEnd> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    shell.log(error.message);
    return 'error';
  }
}

async function execute(
  shell: ShellState,
  name: string,
  scanner: ArgumentScanner,
  psql: PsqlParts,
): Promise<CommandEnd> {
  const isActive = shell.conditions.isActive;
  if (shell.restrictedBy !== null && name !== 'unrestrict') {
    shell.log('backslash commands are restricted; only \\unrestrict is allowed');
    return 'error';
  }
  if (shell.isInteractive && !isActive && !isBranching(name)) {
    shell.log(`\\${name} command ignored; use \\endif or Ctrl-C to exit current \\if block`);
  }
  const command = findCommand(name);
  if (!command) return 'unknown';
  const args = new CommandArguments(scanner, shell);
  if (isActive || isBranching(name)) {
    const end = await runSafely(shell, () => command.run({ shell, name, args, psql }));
    return args.failed && end === 'done' ? 'error' : end;
  }
  if (command.reads === 'whole-line') args.restOfLine();
  else if (command.reads === 'file') args.next('file-or-pipe');
  else args.all();
  return 'done';
}

/** Runs the meta-command that begins in the input, behind its backslash. */
export async function runCommand(shell: ShellState, input: Input, psql: PsqlParts): Promise<CommandEnd> {
  const scanner = new ArgumentScanner(input, surroundings(shell));
  const name = scanner.command();
  let end = await execute(shell, name, scanner, psql);
  if (end === 'unknown') {
    shell.log(`invalid command \\${name}`);
    if (shell.isInteractive) shell.log('Try \\? for help.');
    end = 'error';
  }
  if (end === 'error') scanner.restOfLine();
  else {
    const { isActive } = shell.conditions;
    // Nothing is put in for what is not used.
    shell.conditions.push('ignored', '');
    for (let read = scanner.argument(); read.kind === 'argument'; read = scanner.argument()) {
      if (isActive) shell.log(`\\${name}: extra argument "${read.argument.text}" ignored`, 'warning');
    }
    shell.conditions.pop();
  }
  scanner.end();
  return end;
}
