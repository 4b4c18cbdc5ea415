import { setOption } from '../../print/pset';
import { cannotRun } from '../cannot-run';
import type { Command, CommandContext, CommandEnd } from '../command';

/** What is typed is empty: the statement before it is meant. */
function usePrevious({ shell }: CommandContext): void {
  if (shell.buffer.text === '') shell.buffer.text = shell.previous;
}

/** The options in parentheses behind \g. @returns the word behind them, or an error that has been reported */
function printOptions({ shell, args, name }: CommandContext, first: string): { rest: string | null } | 'error' {
  let settings = shell.printOnce ?? shell.print;
  let word: string | null = first.slice(1);
  for (;;) {
    if (word === null) {
      shell.log(`\\${name}: missing right parenthesis`);
      return 'error';
    }
    const isEnd: boolean = word.endsWith(')');
    const option: string = isEnd ? word.slice(0, -1) : word;
    if (option !== '') {
      const at = option.indexOf('=');
      const result = setOption(settings, at < 0 ? option : option.slice(0, at), at < 0 ? null : option.slice(at + 1));
      if (result.kind === 'error') {
        shell.log(result.message);
        return 'error';
      }
      ({ settings } = result);
    }
    if (isEnd) break;
    word = args.next();
  }
  shell.printOnce = settings;
  return { rest: args.next('file-or-pipe') };
}

/** \g and \gx */
export const goCommand: Command = (context): CommandEnd => {
  const { shell, args, name } = context;
  let file = args.next('file-or-pipe');
  if (file?.startsWith('(') === true) {
    const options = printOptions(context, file);
    if (options === 'error') {
      shell.forgetWishes();
      return 'error';
    }
    file = options.rest;
  }
  if (file?.startsWith('|') === true) {
    shell.forgetWishes();
    return cannotRun(shell, file.slice(1).trim());
  }
  if (file !== null) shell.outputOnce = { file, hasBegun: false };
  if (name === 'gx') shell.printOnce = { ...(shell.printOnce ?? shell.print), expanded: 'on' };
  usePrevious(context);
  return 'send';
};

/** \gset */
export const storeCommand: Command = (context) => {
  context.shell.nextResult = { kind: 'store', prefix: context.args.next() ?? '' };
  usePrevious(context);
  return 'send';
};

/** \gdesc */
export const describeResultCommand: Command = (context) => {
  context.shell.nextResult = { kind: 'describe' };
  usePrevious(context);
  return 'send';
};

/** \gexec */
export const executeResultCommand: Command = (context) => {
  context.shell.nextResult = { kind: 'execute' };
  usePrevious(context);
  return 'send';
};

const MOST_CROSSTAB_ARGUMENTS = 4;

/** \crosstabview */
export const crosstabCommand: Command = (context) => {
  const given: (string | null)[] = [];
  for (let i = 0; i < MOST_CROSSTAB_ARGUMENTS; i++) given.push(context.args.next('normal', true));
  context.shell.nextResult = { kind: 'crosstab', args: given };
  usePrevious(context);
  return 'send';
};

/** \bind */
export const bindCommand: Command = ({ shell, args }) => {
  shell.nextRequest = { kind: 'bind', parameters: args.all() };
  return 'done';
};

/** \bind_named */
export const bindNamedCommand: Command = ({ shell, args, name }) => {
  const statement = args.next();
  if (statement === null) {
    shell.log(`\\${name}: missing required argument`);
    return 'error';
  }
  shell.nextRequest = { kind: 'bind-named', name: statement, parameters: args.all() };
  return 'done';
};

/** \parse */
export const parseCommand: Command = (context) => {
  const { shell, args, name } = context;
  const statement = args.next();
  if (statement === null) {
    shell.log(`\\${name}: missing required argument`);
    return 'error';
  }
  shell.nextRequest = { kind: 'parse', name: statement };
  usePrevious(context);
  return 'send';
};

/** \close_prepared */
export const closeCommand: Command = ({ shell, args, name }) => {
  const statement = args.next();
  if (statement === null) {
    shell.log(`\\${name}: missing required argument`);
    return 'error';
  }
  shell.nextRequest = { kind: 'close', name: statement };
  return 'send';
};
