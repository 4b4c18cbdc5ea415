import type { Command, CommandContext } from '../command';

function textOf({ args }: CommandContext): string {
  let text = '';
  let withEnd = true;
  for (let first = true, next = args.nextWithQuote(); next !== null; next = args.nextWithQuote()) {
    if (first && next.text === '-n' && next.quote === null) {
      withEnd = false;
      continue;
    }
    text += first ? next.text : ` ${next.text}`;
    first = false;
  }
  return withEnd ? `${text}\n` : text;
}

/** \echo */
export const echoCommand: Command = (context) => {
  context.shell.write(textOf(context));
  return 'done';
};

/** \qecho */
export const qechoCommand: Command = (context) => {
  context.shell.writeResult(textOf(context));
  return 'done';
};

/** \warn */
export const warnCommand: Command = (context) => {
  context.shell.io.write(textOf(context), 'err');
  return 'done';
};

/** \prompt */
export const promptCommand: Command = async ({ shell, args, name }) => {
  const first = args.next();
  const second = args.next();
  if (first === null) {
    shell.log(`\\${name}: missing required argument`);
    return 'error';
  }
  const value = await shell.io.readLine(second === null ? '' : first, false);
  const objection = shell.variables.set(second ?? first, value ?? '');
  if (objection === null) return 'done';
  shell.log(objection);
  return 'error';
};
