import type { NamedThing } from './catalog-query';

/** What may follow a word. */
export type Expected =
  | { readonly kind: 'things'; readonly thing: NamedThing }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'statements' }
  | { readonly kind: 'variables' }
  | { readonly kind: 'files' }
  | { readonly kind: 'nothing' };

const things = (thing: NamedThing): Expected => ({ kind: 'things', thing });
const words = (...list: readonly string[]): Expected => ({ kind: 'words', words: list });
const NOTHING: Expected = { kind: 'nothing' };
const ON_OFF = ['on', 'off'];

/** The options of \pset, and what some of them take. */
const PRINT_OPTIONS: Readonly<Record<string, readonly string[]>> = {
  border: ['0', '1', '2'],
  columns: [],
  csv_fieldsep: [],
  expanded: [...ON_OFF, 'auto'],
  fieldsep: [],
  fieldsep_zero: [],
  footer: ON_OFF,
  format: ['aligned', 'asciidoc', 'csv', 'html', 'latex', 'latex-longtable', 'troff-ms', 'unaligned', 'wrapped'],
  linestyle: ['ascii', 'old-ascii', 'unicode'],
  null: [],
  numericlocale: ON_OFF,
  pager: [...ON_OFF, 'always'],
  pager_min_lines: [],
  recordsep: [],
  recordsep_zero: [],
  tableattr: [],
  title: [],
  tuples_only: ON_OFF,
  unicode_border_linestyle: ['single', 'double'],
  unicode_column_linestyle: ['single', 'double'],
  unicode_header_linestyle: ['single', 'double'],
  xheader_width: ['full', 'column', 'page'],
};

/** What the special variables take. */
const VARIABLE_VALUES: Readonly<Record<string, readonly string[]>> = {
  AUTOCOMMIT: ON_OFF,
  COMP_KEYWORD_CASE: ['lower', 'upper', 'preserve-lower', 'preserve-upper'],
  ECHO: ['none', 'errors', 'queries', 'all'],
  ECHO_HIDDEN: [...ON_OFF, 'noexec'],
  HISTCONTROL: ['none', 'ignorespace', 'ignoredups', 'ignoreboth'],
  ON_ERROR_ROLLBACK: [...ON_OFF, 'interactive'],
  ON_ERROR_STOP: ON_OFF,
  QUIET: ON_OFF,
  SHOW_ALL_RESULTS: ON_OFF,
  SHOW_CONTEXT: ['never', 'errors', 'always'],
  SINGLELINE: ON_OFF,
  SINGLESTEP: ON_OFF,
  VERBOSITY: ['default', 'verbose', 'terse', 'sqlstate'],
};

const FIRST_ARGUMENT: Readonly<Record<string, Expected>> = {
  c: things('database'),
  connect: things('database'),
  copy: things('table'),
  e: { kind: 'files' },
  edit: { kind: 'files' },
  echo: { kind: 'variables' },
  g: { kind: 'files' },
  gx: { kind: 'files' },
  h: { kind: 'statements' },
  help: { kind: 'statements' },
  i: { kind: 'files' },
  include: { kind: 'files' },
  include_relative: { kind: 'files' },
  ir: { kind: 'files' },
  o: { kind: 'files' },
  out: { kind: 'files' },
  password: things('role'),
  pset: words(...Object.keys(PRINT_OPTIONS)),
  set: { kind: 'variables' },
  sf: things('function'),
  'sf+': things('function'),
  sv: things('view'),
  'sv+': things('view'),
  t: words(...ON_OFF),
  timing: words(...ON_OFF),
  unset: { kind: 'variables' },
  w: { kind: 'files' },
  write: { kind: 'files' },
  x: words(...ON_OFF, 'auto'),
  z: things('relation'),
  '?': words('commands', 'options', 'variables'),
};

/** What \d describes, by the letter behind it. */
const DESCRIBED: Readonly<Record<string, NamedThing>> = {
  '': 'relation',
  t: 'table',
  v: 'view',
  m: 'materialized view',
  i: 'index',
  s: 'sequence',
  p: 'table',
  f: 'function',
  T: 'type',
  n: 'schema',
  u: 'role',
  g: 'role',
  x: 'extension',
  config: 'setting',
};

/** What may follow a meta-command. @param earlier the arguments that it has already */
export function afterCommand(name: string, earlier: readonly string[]): Expected {
  const [first] = earlier;
  if (first !== undefined) {
    if (name === 'c' || name === 'connect') return earlier.length === 1 ? things('role') : NOTHING;
    if (name === 'pset' && earlier.length === 1) return words(...(PRINT_OPTIONS[first] ?? []));
    if (name === 'set' && earlier.length === 1) return words(...(VARIABLE_VALUES[first] ?? []));
    if (name === 'copy') return /^(?:from|to)$/i.test(earlier.at(-1) ?? '') ? { kind: 'files' } : words('FROM', 'TO');
    if (name === 'echo') return { kind: 'variables' };
    return NOTHING;
  }
  const known = Object.hasOwn(FIRST_ARGUMENT, name) ? FIRST_ARGUMENT[name] : undefined;
  if (known) return known;
  const letters = /^d(.*?)[S+x]*$/.exec(name)?.[1];
  const described = letters === undefined || !Object.hasOwn(DESCRIBED, letters) ? undefined : DESCRIBED[letters];
  if (described) return things(described);
  return /^l(?:ist)?[+x]*$/.test(name) ? things('database') : NOTHING;
}
