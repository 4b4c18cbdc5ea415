import type { Command, CommandContext } from '../command';
import { parseBoolean } from '../parse-boolean';

function isTrue({ shell, args, name }: CommandContext): boolean {
  const text = args.all().join(' ');
  const value = parseBoolean(text);
  if (value === null) shell.log(`unrecognized value "${text}" for "\\${name} expression": Boolean expected`);
  return value === true;
}

/** \if */
export const ifCommand: Command = (context) => {
  const { conditions, buffer } = context.shell;
  if (!conditions.isActive) {
    conditions.push('ignored', buffer.text);
    context.args.all();
    return 'done';
  }
  conditions.push('on', buffer.text);
  if (!isTrue(context)) conditions.change('off', buffer.text);
  return 'done';
};

/** \elif */
export const elifCommand: Command = (context) => {
  const { shell, args } = context;
  const { conditions, buffer } = shell;
  switch (conditions.top) {
    case 'on':
      args.all();
      conditions.change('ignored', buffer.text);
      return 'done';
    case 'off':
      buffer.text = conditions.text;
      conditions.change('on', buffer.text);
      if (!isTrue(context)) conditions.change('off', buffer.text);
      return 'done';
    case 'ignored':
      buffer.text = conditions.text;
      args.all();
      return 'done';
    case 'else-on':
    case 'else-off':
      shell.log('\\elif: cannot occur after \\else');
      return 'error';
    case null:
      shell.log('\\elif: no matching \\if');
      return 'error';
  }
};

/** \else */
export const elseCommand: Command = ({ shell }) => {
  const { conditions, buffer } = shell;
  switch (conditions.top) {
    case 'on':
      conditions.change('else-off', buffer.text);
      return 'done';
    case 'off':
      buffer.text = conditions.text;
      conditions.change('else-on', buffer.text);
      return 'done';
    case 'ignored':
      buffer.text = conditions.text;
      conditions.change('else-off', buffer.text);
      return 'done';
    case 'else-on':
    case 'else-off':
      shell.log('\\else: cannot occur after \\else');
      return 'error';
    case null:
      shell.log('\\else: no matching \\if');
      return 'error';
  }
};

/** \endif */
export const endifCommand: Command = ({ shell }) => {
  const { conditions, buffer } = shell;
  if (conditions.isEmpty) {
    shell.log('\\endif: no matching \\if');
    return 'error';
  }
  if (!conditions.isActive) buffer.text = conditions.text;
  conditions.pop();
  return 'done';
};
