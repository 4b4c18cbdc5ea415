import { parseArgs } from 'node:util';
import { COURSE_DATABASE, SUPERUSER } from '../../core/server';
import { CommandError } from '../command-error';

/** Something to do instead of reading what is typed. */
export type Action =
  { readonly kind: 'command'; readonly text: string } | { readonly kind: 'file'; readonly name: string };

/** What was asked for on the command line. */
export interface PsqlOptions {
  readonly help: boolean;
  readonly dataset: string;
  readonly database: string;
  readonly user: string;
  readonly actions: readonly Action[];
  /** Psql's variables, in order. */
  readonly variables: readonly (readonly [name: string, value: string | null])[];
  /** Options of \pset, in order. */
  readonly print: readonly (readonly [name: string, value: string | null])[];
  /** Where results go; `null` for the screen. */
  readonly output: string | null;
  readonly singleTransaction: boolean;
}

const OPTIONS = {
  help: { type: 'boolean', short: '?' },
  dataset: { type: 'string' },
  dbname: { type: 'string', short: 'd' },
  username: { type: 'string', short: 'U' },
  command: { type: 'string', short: 'c', multiple: true },
  file: { type: 'string', short: 'f', multiple: true },
  variable: { type: 'string', short: 'v', multiple: true },
  set: { type: 'string', multiple: true },
  'no-psqlrc': { type: 'boolean', short: 'X' },
  'single-transaction': { type: 'boolean', short: '1' },
  'echo-all': { type: 'boolean', short: 'a' },
  'echo-errors': { type: 'boolean', short: 'b' },
  'echo-queries': { type: 'boolean', short: 'e' },
  'echo-hidden': { type: 'boolean', short: 'E' },
  quiet: { type: 'boolean', short: 'q' },
  'single-line': { type: 'boolean', short: 'S' },
  output: { type: 'string', short: 'o' },
  'no-align': { type: 'boolean', short: 'A' },
  csv: { type: 'boolean' },
  html: { type: 'boolean', short: 'H' },
  'field-separator': { type: 'string', short: 'F' },
  pset: { type: 'string', short: 'P', multiple: true },
  'record-separator': { type: 'string', short: 'R' },
  'tuples-only': { type: 'boolean', short: 't' },
  expanded: { type: 'boolean', short: 'x' },
} as const;

/** Options that set a variable. */
const SETS: Readonly<Record<string, readonly [name: string, value: string]>> = {
  'echo-all': ['ECHO', 'all'],
  'echo-errors': ['ECHO', 'errors'],
  'echo-queries': ['ECHO', 'queries'],
  'echo-hidden': ['ECHO_HIDDEN', 'on'],
  quiet: ['QUIET', 'on'],
  'single-line': ['SINGLELINE', 'on'],
};

/** Options that set how results are printed; those without a value here take the one that is typed. */
const PRINTS: Readonly<Record<string, readonly [name: string, value?: string]>> = {
  'no-align': ['format', 'unaligned'],
  csv: ['format', 'csv'],
  html: ['format', 'html'],
  'field-separator': ['fieldsep'],
  'record-separator': ['recordsep'],
  'tuples-only': ['tuples_only', 'on'],
  expanded: ['expanded', 'on'],
};

/** `NAME=VALUE` taken apart; without `=` there is no value. */
function assignment(text: string): readonly [string, string | null] {
  const at = text.indexOf('=');
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}

/** Reads the command line, which is psql's, and `--dataset`. @throws CommandError */
export function readPsqlOptions(args: readonly string[], defaultDataset: string): PsqlOptions {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: OPTIONS,
    tokens: true,
  });
  const [database, user, ...more] = positionals;
  if (more.length > 0) throw new CommandError('Name a database and a user, and nothing else.');
  const actions: Action[] = [];
  const variables: (readonly [string, string | null])[] = [];
  const print: (readonly [string, string | null])[] = [];
  // In the order in which they were typed.
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, value = '' } = token;
    if (name === 'command') actions.push({ kind: 'command', text: value });
    else if (name === 'file') actions.push({ kind: 'file', name: value });
    else if (name === 'variable' || name === 'set') variables.push(assignment(value));
    else if (name === 'pset') print.push(assignment(value));
    else if (SETS[name]) variables.push(SETS[name]);
    else if (PRINTS[name]) print.push([PRINTS[name][0], PRINTS[name][1] ?? value]);
  }
  return {
    help: values.help ?? false,
    dataset: values.dataset ?? defaultDataset,
    database: values.dbname ?? database ?? COURSE_DATABASE,
    // With -d, the first word without an option is the user, as in psql.
    user: values.username ?? (values.dbname === undefined ? user : database) ?? SUPERUSER,
    actions,
    variables,
    print,
    output: values.output ?? null,
    singleTransaction: values['single-transaction'] ?? false,
  };
}
