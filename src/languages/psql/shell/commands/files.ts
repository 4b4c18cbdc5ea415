import { cannotRun } from '../cannot-run';
import type { Command } from '../command';

/** \i and \ir */
export const includeCommand: Command = async ({ shell, args, name, psql }) => {
  const file = args.next('normal', true);
  if (file === null) {
    shell.log(`\\${name}: missing required argument`);
    return 'error';
  }
  return (await psql.readFile(file)) ? 'done' : 'error';
};

/** \o */
export const outputCommand: Command = ({ shell, args }) => {
  const file = args.next('file-or-pipe', true);
  if (file?.startsWith('|') === true) return cannotRun(shell, file.slice(1).trim());
  if (file !== null) shell.io.files.write(file, '');
  shell.outputFile = file;
  return 'done';
};

/** \cd */
export const changeFolderCommand: Command = ({ shell, args, name }) => {
  const folder = args.next();
  if (shell.io.files.changeFolder(folder)) return 'done';
  shell.log(`\\${name}: could not change directory to "${folder}": No such file or directory`);
  return 'error';
};

/** \! */
export const shellCommand: Command = async ({ shell, args }) => {
  const command = args.restOfLine();
  if (shell.io.runProgram) {
    await shell.io.runProgram(command ?? '');
    return 'done';
  }
  shell.log('\\!: there is no shell around this psql');
  return 'error';
};
