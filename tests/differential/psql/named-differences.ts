/** Where a text comes from. */
export type Origin = 'shell' | 'psql on a server' | 'psql on the embedded PostgreSQL';

/**
 * A difference that may be: between psql 18, which the shell is, and psql 15, where no newer one is at hand; between the server's
 * 18.4 and the embedded 18.6; or in what no two runs have in common, such as the time. Nothing else may differ.
 */
export interface NamedDifference {
  readonly name: string;
  readonly reason: string;
  /** The only major version of psql in whose text it is; without it, any. */
  readonly client?: 15;
  /** In whose text it is rewritten. */
  readonly origins: readonly Origin[];
  /** The inputs that it may be in, as `THEME: SESSION: NAME`, or sessions, as `THEME: SESSION`; all without it. */
  readonly inputs?: readonly string[];
  readonly from: RegExp;
  readonly to: string | ((found: string, ...groups: string[]) => string);
}

const REAL: readonly Origin[] = ['psql on a server', 'psql on the embedded PostgreSQL'];
const ALL: readonly Origin[] = ['shell', ...REAL];
const PSQL_18 = 'psql-18: what psql 15 has otherwise or not at all';
const DESCRIBE = 'describe: describe: ';

/** What the shell has where a psql elsewhere has something of its own. */
const VARIABLES: Readonly<Record<string, string>> = {
  HOST: '/tmp',
  PORT: '5432',
  SERVER_VERSION_NAME: '18.6',
  SERVER_VERSION_NUM: '180006',
  VERSION: 'PostgreSQL 18.6',
};

/** psql 18 says what kind of relations it lists where it lists one kind. */
function relationList(kind: string, ...inputs: readonly string[]): NamedDifference {
  return {
    name: `“List of ${kind}”`,
    reason: 'psql 18 names the kind where one kind of relations is listed; psql 15 calls all of them relations.',
    client: 15,
    origins: REAL,
    inputs,
    // A title stands in the middle above a table that is aligned, and at the left above others.
    from: /^( *)List of relations\n(?=(.*)\n)/gm,
    to: (_found, spaces, below) => {
      const title = `List of ${kind}`;
      const left = spaces === '' ? 0 : Math.max(0, Math.floor((below.length - title.length) / 2));
      return `${' '.repeat(left)}${title}\n`;
    },
  };
}

/** The same where nothing is found. */
function nothingFound(kind: string, ...inputs: readonly string[]): NamedDifference {
  return {
    name: `no ${kind}`,
    reason: 'psql 18 names the kind of relations that it does not find.',
    client: 15,
    origins: REAL,
    inputs,
    from: /Did not find any relations?(?= named|\.)/g,
    to: `Did not find any ${kind}`,
  };
}

const NAMED_DIFFERENCES: readonly NamedDifference[] = [
  {
    name: 'the server’s address',
    reason: 'The shell has a socket in /tmp; the real psql reaches its servers over TCP.',
    origins: REAL,
    from: /connection to server at "127\.0\.0\.1", port \d+ failed: /g,
    to: 'connection to server on socket "/tmp/.s.PGSQL.5432" failed: ',
  },
  {
    name: 'another version of the server',
    reason: 'psql says at every \\c that the server’s version is not its own, and warns of another major version.',
    origins: REAL,
    from: /^psql \(1[58]\..*, server 18\.\d+\)\n(?:WARNING: psql major version 15, server major version 18\.\n {9}Some psql features might not work\.\n)?/gm,
    to: '',
  },
  {
    name: 'the versions, and where the server is, among the variables',
    reason: 'The server is 18.4, the embedded one 18.6; psql tells of how it was built.',
    origins: REAL,
    inputs: [`${PSQL_18}: all variables`],
    from: /^(HOST|PORT|SERVER_VERSION_NAME|SERVER_VERSION_NUM|VERSION) = '(.*)'$/gm,
    to: (_found, name, value) => `${name} = '${VARIABLES[name] ?? value}'`,
  },
  {
    name: 'commands that the shell does not have',
    reason: 'Functions, views and large objects are not edited there, nor is there a history to show or a pipeline.',
    origins: REAL,
    inputs: [`${PSQL_18}: \\?`, `${PSQL_18}: \\? of something else`],
    from: /^ {2}\\(?:ef|ev|s|lo_export|lo_unlink|endpipeline|flush|flushrequest|getresults|sendpipeline|startpipeline|syncpipeline) .*\n|^ {2}\\lo_import .*\n.*\n/gm,
    to: '',
  },
  {
    name: 'marks for readline',
    reason: 'psql with readline around it, though it is off, marks what %[ and %] frame with control characters.',
    origins: REAL,
    inputs: ['prompts: prompts that are set: brackets'],
    // eslint-disable-next-line no-control-regex -- these are what it is about
    from: /[\x01\x02]/g,
    to: '',
  },
  {
    name: 'the tag behind rows of MERGE',
    reason: 'MERGE can return rows since version 17, and psql 15 does not know that its tag is to be printed then.',
    client: 15,
    origins: REAL,
    inputs: ['statements: commands: MERGE … RETURNING'],
    from: /(?<=\(1 row\)\n\n)/g,
    to: 'MERGE 1\n',
  },
  {
    name: 'the year of the copyright',
    reason: 'psql 15 is of 2022, psql 18 of 2025.',
    client: 15,
    origins: REAL,
    inputs: ['conditionals: unknown commands: \\copyright'],
    from: /1996-2022/g,
    to: '1996-2025',
  },
  {
    name: 'the manual’s version',
    reason: '\\h names the manual of psql’s own version.',
    client: 15,
    origins: REAL,
    inputs: ['\\h', '\\h with a semicolon', '\\h lower case', '\\h with several words', '\\h of many'].map(
      (name) => `conditionals: unknown commands: ${name}`,
    ),
    from: /(?<=www\.postgresql\.org\/docs\/)15(?=\/)/g,
    to: '18',
  },
  {
    name: 'the frame of a query in single-step mode',
    reason: 'psql 18 frames it so that the text can be copied as a comment.',
    client: 15,
    origins: REAL,
    inputs: ['transactions: transactions: SINGLESTEP'],
    from: /^\*\*(\*\(.*\)\*+)\*$/gm,
    to: '/*$1/',
  },
  {
    name: 'the frame of a hidden query',
    reason: 'psql 18 frames it so that the text can be copied as a comment.',
    client: 15,
    origins: REAL,
    inputs: [`${DESCRIBE}ECHO_HIDDEN`, `${DESCRIBE}ECHO_HIDDEN noexec`],
    from: /^\*(\*{8} QUERY \*{9})\*$|^\*(\*{24})\*$/gm,
    to: (_found, head, foot) => `/${head || foot}/`,
  },
  {
    name: 'xheader_width',
    reason: 'An option that psql has since version 16.',
    client: 15,
    origins: REAL,
    inputs: ['formats: pset: all options'],
    from: /(?<=^unicode_header_linestyle single\n)/gm,
    to: 'xheader_width            full\n',
  },
  {
    name: 'characters without width',
    reason: 'psql counts format characters, such as the zero-width space, as no column since version 16.',
    client: 15,
    origins: REAL,
    inputs: ['formats: characters: zero width', 'formats: characters: a soft hyphen'],
    from: / {2}([zs]) {2}\| y \n-----\+/g,
    to: ' $1  | y \n----+',
  },
  {
    name: 'the end mark in CSV',
    reason: 'psql 15 sends \\. to the server, to which it is a row since version 18; psql 18 keeps it to itself.',
    client: 15,
    origins: REAL,
    inputs: ['files: copy in CSV'],
    from: /ERROR: {2}missing data for column "city"\nCONTEXT: {2}COPY clubs, line 2: "\\\."\n/g,
    to: 'COPY 1\n',
  },
  {
    name: 'not-null constraints',
    reason: '\\d+ lists them since psql 18, with the names that they have since then.',
    client: 15,
    origins: REAL,
    inputs: [`${DESCRIBE}\\d+ of a table`],
    from: /(?<=REFERENCES clubs\(id\)\n)(?=Triggers:)/g,
    to: `Not-null constraints:
    "clubs_id_not_null" NOT NULL "id"
    "clubs_name_not_null" NOT NULL "name"
    "clubs_city_not_null" NOT NULL "city"
`,
  },
  relationList(
    'tables',
    ...[
      `${DESCRIBE}\\dt`,
      `${DESCRIBE}\\dt+`,
      `${DESCRIBE}\\dt with a pattern`,
      `${DESCRIBE}\\dS with a pattern`,
      `${DESCRIBE}\\d while expanded`,
    ],
    ...[
      `${DESCRIBE}\\d unaligned`,
      `${DESCRIBE}\\d of what belongs to others`,
      'conditionals: unknown commands: \\d with nonsense letters',
    ],
  ),
  relationList('indexes', `${DESCRIBE}\\di`),
  relationList('sequences', `${DESCRIBE}\\ds`),
  relationList('views', `${DESCRIBE}\\dv`),
  relationList('materialized views', `${DESCRIBE}\\dm`),
  nothingFound(
    'tables',
    `${DESCRIBE}\\dt with nothing found`,
    ...['\\dt without relations', '\\dt with a pattern without relations'].map(
      (name) => `describe: nothing to describe: ${name}`,
    ),
  ),
  nothingFound('indexes', 'describe: nothing to describe: \\di without relations'),
  nothingFound('foreign tables', `${DESCRIBE}\\dE`),
  {
    name: 'the place in the server’s source',
    reason: '18.4 and 18.6 have some functions at different lines.',
    origins: ALL,
    inputs: ['errors: verbosity'],
    from: /(?<=^LOCATION: {2}\w+, \w+\.c:)\d+$/gm,
    to: '(a line)',
  },
  {
    name: 'the time of day',
    reason: '\\watch tells when it ran.',
    origins: ALL,
    inputs: ['g-commands: watch', PSQL_18],
    from: /\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4}(?= \(every )/g,
    to: '(a time)',
  },
];

/**
 * Sessions that are not typed into psql on the embedded PostgreSQL's socket: at \c, psql opens its next connection before
 * it ends the one that it has, and the socket serves one at a time.
 */
export const SERVER_ONLY: readonly string[] = ['roles: roles', 'files: include'];

/** Rewrites named differences, and notes which there were. */
export class DifferenceRewriter {
  readonly used = new Set<string>();
  readonly #differences: readonly NamedDifference[];

  /** @param major the version of psql */
  constructor(major: number) {
    this.#differences = NAMED_DIFFERENCES.filter(({ client }) => client === undefined || client === major);
  }

  /** @returns the text without differences that may be, and whether there were any */
  rewrite(text: string, origin: Origin, input: string): { readonly text: string; readonly changed: boolean } {
    let rewritten = text;
    for (const { name, origins, inputs, from, to } of this.#differences) {
      if (!origins.includes(origin)) continue;
      if (inputs && !inputs.some((place) => input === place || input.startsWith(`${place}: `))) continue;
      const next = typeof to === 'string' ? rewritten.replace(from, to) : rewritten.replace(from, to);
      if (next === rewritten) continue;
      this.used.add(name);
      rewritten = next;
    }
    return { text: rewritten, changed: rewritten !== text };
  }

  get unused(): string[] {
    return this.#differences.map(({ name }) => name).filter((name) => !this.used.has(name));
  }
}
