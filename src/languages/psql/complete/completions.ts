import { type Expected, afterCommand } from './after-command';
import { catalogQuery, columnsQuery } from './catalog-query';
import { KEYWORDS, STATEMENTS } from './sql-words';

/** What completion asks of the shell around it. */
export interface CompletionSource {
  /** The first column of a query's rows; none when it cannot be asked now. */
  ask(sql: string): Promise<readonly string[]>;
  /** The names of all variables. */
  readonly variables: readonly string[];
  /** The names of all meta-commands, without their backslash. */
  readonly commands: readonly string[];
  /** The names of files that begin in a certain way. */
  files(begun: string): readonly string[];
  /** The lines of the statement before this one, to know its tables. */
  readonly statement: string;
}

/** What a word can become: the words that may stand in the line from there on. */
export interface Completions {
  /** Where in the line the word begins, in UTF-16 units from 0. */
  readonly from: number;
  /** Whole words, in order, without what stands before `from`. */
  readonly words: readonly string[];
}

/** psql's \d with the letters that the course has use for. */
const DESCRIBING = [
  ...['d', 'd+', 'dt', 'dt+', 'dv', 'dv+', 'di', 'di+', 'ds', 'dn', 'dn+', 'du', 'du+', 'df', 'df+', 'dT', 'dp', 'dx'],
  ...['ddp', 'drg', 'drds', 'dS', 'dtS', 'dconfig', 'dm', 'dg', 'do', 'l', 'l+', 'list', 'z'],
];

/** Words after which something with a name is expected. The longer ones come first. */
const AFTER_WORDS: readonly (readonly [RegExp, Expected])[] = [
  [/\bgrant\b.*\bto$|\brevoke\b.*\bfrom$|\bowner\s+to$|\bset\s+role$/is, { kind: 'things', thing: 'role' }],
  [/\b(?:alter|drop)\s+(?:role|user|group)(?:\s+if\s+exists)?$/i, { kind: 'things', thing: 'role' }],
  [/\bauthorization$/i, { kind: 'things', thing: 'role' }],
  [/\b(?:alter|drop|on)\s+database(?:\s+if\s+exists)?$/i, { kind: 'things', thing: 'database' }],
  [/\b(?:alter|drop|in|on)\s+schema(?:\s+if\s+exists)?$/i, { kind: 'things', thing: 'schema' }],
  [/\b(?:alter|drop)\s+view(?:\s+if\s+exists)?$/i, { kind: 'things', thing: 'view' }],
  [/\b(?:alter|drop)\s+index(?:\s+if\s+exists)?$/i, { kind: 'things', thing: 'index' }],
  [/\b(?:alter|drop)\s+sequence(?:\s+if\s+exists)?$/i, { kind: 'things', thing: 'sequence' }],
  [/\b(?:alter|drop)\s+function(?:\s+if\s+exists)?$/i, { kind: 'things', thing: 'function' }],
  [/\brefresh\s+materialized\s+view$/i, { kind: 'things', thing: 'materialized view' }],
  [/\bcreate\s+(?:table|view|role|user|database|schema|index|function|type)$/i, { kind: 'nothing' }],
  [/^\s*(?:show|reset|set)$/i, { kind: 'things', thing: 'setting' }],
  [
    /\b(?:from|join|into|update|table|only|references|analyze|vacuum|copy|truncate|lock)$/i,
    { kind: 'things', thing: 'relation' },
  ],
  [/\b(?:alter|drop)\s+table\s+if\s+exists$/i, { kind: 'things', thing: 'table' }],
  [/\b(?:grant|revoke)\b.*\bon$/is, { kind: 'things', thing: 'relation' }],
];

/** Words after which a column is likely. */
const BEFORE_COLUMNS =
  /(?:\b(?:select|distinct|where|and|or|not|on|by|set|having|returning|when|then|else|case|using)|[(,=<>+*/-])\s*$/i;
const NAMES_TABLE = /\b(?:from|join|update|into)\s+((?:"[^"]*"|[\w$.])+)/gi;

/** A word as psql completes it: keywords in small letters for whoever types small letters. */
function inTypedCase(words: readonly string[], begun: string): string[] {
  const isLower = begun !== '' && begun === begun.toLowerCase();
  return words
    .filter((word) => word.toLowerCase().startsWith(begun.toLowerCase()))
    .map((word) => (isLower ? word.toLowerCase() : word));
}

async function fulfil(expected: Expected, begun: string, source: CompletionSource): Promise<readonly string[]> {
  switch (expected.kind) {
    case 'things':
      return source.ask(catalogQuery(expected.thing, begun));
    case 'words':
      return expected.words.filter((word) => word.startsWith(begun));
    case 'statements':
      return inTypedCase(STATEMENTS, begun);
    case 'variables': {
      // \echo and others take a variable's value with a colon, \set its name.
      const colon = /^:['"]?/.exec(begun)?.[0] ?? '';
      return source.variables.filter((name) => (colon + name).startsWith(begun)).map((name) => colon + name);
    }
    case 'files':
      return source.files(begun);
    case 'nothing':
      return [];
  }
}

/** The words that a statement may go on with. @param before all of it that stands before the word */
async function inStatement(before: string, begun: string, source: CompletionSource): Promise<readonly string[]> {
  if (/^:['"]?\w*$/.test(begun)) return fulfil({ kind: 'variables' }, begun, source);
  const said = before.trimEnd();
  const current = said.slice(said.lastIndexOf(';') + 1);
  if (current.trim() === '') {
    const first = [...new Set(STATEMENTS.map((name) => name.split(' ')[0] ?? ''))];
    return inTypedCase(first, begun);
  }
  const expected = AFTER_WORDS.find(([after]) => after.test(current))?.[1];
  if (expected) return fulfil(expected, begun, source);
  // The second word of a statement's name: CREATE … has many.
  const only = current.trim().toUpperCase().replace(/\s+/g, ' ');
  const longer = STATEMENTS.filter((name) => name.startsWith(`${only} `)).map((name) => name.slice(only.length + 1));
  if (longer.length > 0 && /^[A-Z ]+$/.test(only)) return inTypedCase(longer, begun);
  const keywords = inTypedCase(KEYWORDS, begun);
  if (!BEFORE_COLUMNS.test(current)) return keywords;
  const tables = [...`${before}${begun} ${source.statement}`.matchAll(NAMES_TABLE)].map(([, name = '']) => name);
  const columns = tables.length === 0 ? [] : await source.ask(columnsQuery([...new Set(tables)], begun));
  // With nothing typed, what the tables have says more than a hundred keywords.
  if (columns.length > 0 && begun === '') return columns;
  return [...columns, ...keywords];
}

/** Completes the word at the end of what is typed, as psql does on Tab. */
export async function completions(line: string, source: CompletionSource): Promise<Completions> {
  const command = /\\([^\s\\]*)$/.exec(line);
  const isCommandName = command && !/\\[^\s\\]+\s.*\\[^\s\\]*$/.test(line);
  if (isCommandName) {
    const names = [...new Set([...source.commands, ...DESCRIBING])].sort();
    const begun = command[1] ?? '';
    return { from: line.length - begun.length, words: names.filter((name) => name.startsWith(begun)) };
  }
  const begun = /(?::?"[^"]*|:?'[^']*|[^\s()[\],;=<>+*|'"]*)$/.exec(line)?.[0] ?? '';
  const from = line.length - begun.length;
  const before = line.slice(0, from);
  // Its names have several words.
  const help = /\\h(?:elp)?\s+(.*)$/.exec(line)?.[1];
  if (help !== undefined) return { from: line.length - help.length, words: inTypedCase(STATEMENTS, help) };
  const meta = /\\([^\s\\]+)((?:\s+\S+)*)\s+$/.exec(before);
  const words = meta
    ? await fulfil(afterCommand(meta[1] ?? '', (meta[2] ?? '').split(/\s+/).filter(Boolean)), begun, source)
    : await inStatement(`${source.statement}\n${before}`, begun, source);
  return { from, words };
}
