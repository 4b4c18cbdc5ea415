import { cannotRun } from '../cannot-run';
import type { Command, CommandContext } from '../command';

/** What \copy was asked to do. */
interface Copying {
  /** What stands before FROM or TO: a table, with columns or without, or a query. */
  readonly what: string;
  readonly direction: 'from' | 'to';
  readonly end:
    | { readonly kind: 'file'; readonly name: string }
    | { readonly kind: 'program'; readonly command: string }
    /** The rows stand among the commands, or are typed; or they are shown with the results. */
    | { readonly kind: 'here' };
  readonly options: string;
}

/** A word, a quoted name or text, something in parentheses, or a single sign. */
const TOKEN = /\s*("(?:[^"]|"")*"|'(?:[^']|'')*'|[^\s"'().,]+|[^\s])/y;

function tokens(text: string): { readonly text: string; readonly end: number }[] {
  const found: { text: string; end: number }[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    found.push({ text: match[1] ?? '', end: TOKEN.lastIndex });
  }
  return found;
}

function unquoted(text: string): string {
  return text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text;
}

/** Reads what stands behind \copy. @returns what is wrong with it, as psql says it */
function read(line: string): Copying | string {
  const words = tokens(line);
  let depth = 0;
  const at = words.findIndex(({ text }, i) => {
    if (text === '(') depth++;
    if (text === ')') depth--;
    return i > 0 && depth === 0 && /^(?:from|to)$/i.test(text);
  });
  const direction = words[at];
  const target = words[at + 1];
  if (at < 0 || !direction) {
    const last = words.at(-1);
    return last ? `\\copy: parse error at "${last.text}"` : '\\copy: parse error at end of line';
  }
  if (!target) return '\\copy: parse error at end of line';
  const what = line.slice(0, words[at - 1]?.end ?? 0).trim();
  const begin = { what, direction: direction.text.toLowerCase() === 'from' ? 'from' : 'to' } as const;
  const word = target.text.toLowerCase();
  if (word === 'program') {
    const command = words[at + 2];
    if (!command?.text.startsWith("'")) return `\\copy: parse error at "${command?.text ?? target.text}"`;
    return { ...begin, end: { kind: 'program', command: unquoted(command.text) }, options: '' };
  }
  const here = begin.direction === 'from' ? /^p?stdin$/ : /^p?stdout$/;
  if (here.test(word)) return { ...begin, end: { kind: 'here' }, options: line.slice(target.end).trim() };
  // A file's name without quotes reaches to the next space.
  const bare = target.text.startsWith("'") ? null : /^\S*/.exec(line.slice(target.end - target.text.length))?.[0];
  const name = bare ?? unquoted(target.text);
  const end = bare === null || bare === undefined ? target.end : target.end - target.text.length + bare.length;
  return { ...begin, end: { kind: 'file', name }, options: line.slice(end).trim() };
}

async function copyFrom({ shell, psql }: CommandContext, copying: Copying, sql: string): Promise<boolean> {
  const { end } = copying;
  if (end.kind === 'file') {
    const text = shell.io.files.read(end.name);
    if (text === null) {
      shell.log(`${end.name}: No such file or directory`);
      return false;
    }
    shell.copyData = text;
  }
  try {
    return await psql.sendQuery(sql);
  } finally {
    shell.copyData = null;
  }
}

async function copyTo({ shell, psql }: CommandContext, copying: Copying, sql: string): Promise<boolean> {
  const { end } = copying;
  if (end.kind !== 'file') return psql.sendQuery(sql);
  let rows = '';
  shell.copyOut = (more) => {
    rows += more;
  };
  try {
    const success = await psql.sendQuery(sql);
    if (success) shell.io.files.write(end.name, rows);
    return success;
  } finally {
    shell.copyOut = null;
  }
}

/** \copy: COPY with files of the client's. */
export const copyCommand: Command = async (context) => {
  const { shell, args } = context;
  const line = args.restOfLine(true);
  if (line === null) {
    shell.log('\\copy: arguments required');
    return 'error';
  }
  const copying = read(line);
  if (typeof copying === 'string') {
    shell.log(copying);
    return 'error';
  }
  if (copying.end.kind === 'program') return cannotRun(shell, copying.end.command);
  const isFrom = copying.direction === 'from';
  const sql = `COPY ${copying.what} ${isFrom ? 'FROM STDIN' : 'TO STDOUT'} ${copying.options}`;
  return (await (isFrom ? copyFrom : copyTo)(context, copying, sql)) ? 'done' : 'error';
};
