import type { Command } from '../command';

/** \set */
export const setCommand: Command = ({ shell, args }) => {
  const name = args.next();
  if (name === null) {
    for (const [each, value] of shell.variables.list()) {
      shell.write(`${each} = '${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'\n`);
    }
    return 'done';
  }
  // Several values become one, without anything between them.
  const objection = shell.variables.set(name, args.all().join(''));
  if (objection === null) return 'done';
  shell.log(objection);
  return 'error';
};

/** \unset */
export const unsetCommand: Command = ({ shell, args, name }) => {
  const variable = args.next();
  if (variable === null) {
    shell.log(`\\${name}: missing required argument`);
    return 'error';
  }
  const objection = shell.variables.set(variable, null);
  if (objection === null) return 'done';
  shell.log(objection);
  return 'error';
};

/** \getenv: nothing is set in the surroundings of this psql, and so the variable stays as it is. */
export const getenvCommand: Command = ({ shell, args, name }) => {
  const variable = args.next();
  if (variable !== null && args.next() !== null) return 'done';
  shell.log(`\\${name}: missing required argument`);
  return 'error';
};

/** \setenv */
export const setenvCommand: Command = ({ shell, args, name }) => {
  const variable = args.next();
  args.next();
  if (variable === null) {
    shell.log(`\\${name}: missing required argument`);
    return 'error';
  }
  if (!variable.includes('=')) return 'done';
  shell.log(`\\${name}: environment variable name must not contain "="`);
  return 'error';
};
