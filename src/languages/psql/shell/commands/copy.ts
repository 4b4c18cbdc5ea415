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

/** What cuts a line into words, besides spaces: signs that are words of their own, and quotes. */
interface Cutting {
  readonly signs: string;
  readonly quotes: string;
}

/** Between the words of what is copied; inside a query, where texts may hold anything; and behind FROM or TO. */
const NAMES: Cutting = { signs: '.,()', quotes: '"' };
const QUERY: Cutting = { signs: '()', quotes: `"'` };
const COLUMNS: Cutting = { signs: '()', quotes: '"' };
const TARGET: Cutting = { signs: ';', quotes: "'" };

/** Thrown where the line is not what it should be. */
class CopySyntaxError extends Error {
  override readonly name = 'CopySyntaxError';

  /** @param word what stands there; `null` at the end */
  constructor(word: string | null) {
    super(`\\copy: parse error at ${word === null ? 'end of line' : `"${word}"`}`);
  }
}

/** Takes words from a line, one after the other. */
class Words {
  #rest: string;

  constructor(line: string) {
    this.#rest = line;
  }

  /** The next word. @throws CopySyntaxError at the end */
  next({ signs, quotes }: Cutting): string {
    const text = this.#rest.trimStart();
    if (text === '') throw new CopySyntaxError(null);
    let length = 1;
    if (quotes.includes(text.charAt(0))) length = quotedLength(text);
    else if (!signs.includes(text.charAt(0))) {
      const ends = (character: string): boolean => /\s/.test(character) || (signs + quotes).includes(character);
      while (length < text.length && !ends(text.charAt(length))) length++;
    }
    this.#rest = text.slice(length);
    return text.slice(0, length);
  }

  /** All that has not been taken. */
  get rest(): string {
    return this.#rest.trim();
  }
}

/** How far what begins with a quote goes: to its end, or the line's. A quote that stands twice is part of it. */
function quotedLength(text: string): number {
  const quote = text.charAt(0);
  for (let at = 1; at < text.length; at++) {
    if (text.charAt(at) !== quote) continue;
    if (text.charAt(at + 1) !== quote) return at + 1;
    at++;
  }
  return text.length;
}

function unquoted(text: string): string {
  return text.startsWith("'") ? text.replace(/^'|'$/g, '').replaceAll("''", "'") : text;
}

/** Takes what is in parentheses, with single spaces between its words. @param open the first of them */
function parenthesised(words: Words, open: string, cutting: Cutting, nests: boolean): string {
  let text = ` ${open}`;
  for (let depth = 1; depth > 0;) {
    const word = words.next(cutting);
    if (word === '(' && nests) depth++;
    else if (word === ')') depth--;
    text += ` ${word}`;
  }
  return text;
}

/** Reads what stands behind \copy, word by word as psql does: the places in errors depend on it. */
function read(line: string): Copying {
  const words = new Words(line);
  let word = words.next(NAMES);
  let what = '';
  if (word === '(') what = parenthesised(words, word, QUERY, true);
  else what = ` ${word}`;
  word = words.next(NAMES);
  if (word === '.') {
    what += word + words.next(NAMES);
    word = words.next(NAMES);
  }
  if (word === '(') {
    what += parenthesised(words, word, COLUMNS, false);
    word = words.next(NAMES);
  }
  if (!/^(?:from|to)$/i.test(word)) throw new CopySyntaxError(word);
  const direction = word.toLowerCase() === 'from' ? 'from' : 'to';
  const target = words.next(TARGET);
  if (target.toLowerCase() === 'program') {
    const command = words.next(TARGET);
    if (!/^'.*'$/s.test(command)) throw new CopySyntaxError(command);
    return { what, direction, end: { kind: 'program', command: unquoted(command) }, options: words.rest };
  }
  const isHere = /^(?:p?stdin|p?stdout)$/i.test(target);
  const end = isHere ? ({ kind: 'here' } as const) : ({ kind: 'file', name: unquoted(target) } as const);
  return { what, direction, end, options: words.rest };
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
  // What was in it is lost even when nothing comes of the statement.
  shell.io.files.write(end.name, '');
  shell.copyOut = (rows) => {
    shell.io.files.append(end.name, rows);
  };
  try {
    return await psql.sendQuery(sql);
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
  let copying: Copying;
  try {
    copying = read(line);
  } catch (error) {
    if (!(error instanceof CopySyntaxError)) throw error;
    shell.log(error.message);
    return 'error';
  }
  if (copying.end.kind === 'program') return cannotRun(shell, copying.end.command);
  const isFrom = copying.direction === 'from';
  const sql = `COPY ${copying.what} ${isFrom ? 'FROM STDIN' : 'TO STDOUT'} ${copying.options}`;
  return (await (isFrom ? copyFrom : copyTo)(context, copying, sql)) ? 'done' : 'error';
};
