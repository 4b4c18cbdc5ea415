/** Where a text comes from. */
export type Origin = 'shell' | 'psql on a server' | 'psql on the embedded PostgreSQL';

/**
 * A difference that may be: between the psql that is at hand (15) and psql 18, which the shell is; between the server's
 * 18.4 and the embedded 18.6; or in what no two runs have in common, such as the time. Nothing else may differ.
 */
export interface NamedDifference {
  readonly name: string;
  readonly reason: string;
  /** In whose text it is rewritten. */
  readonly origins: readonly Origin[];
  /** The inputs that it may be in, by the beginning of `THEME: SESSION: NAME`; all when there is none. */
  readonly inputs?: readonly string[];
  readonly from: RegExp;
  readonly to: string;
}

const REAL: readonly Origin[] = ['psql on a server', 'psql on the embedded PostgreSQL'];
const ALL: readonly Origin[] = ['shell', ...REAL];

export const NAMED_DIFFERENCES: readonly NamedDifference[] = [
  {
    name: 'the server’s address',
    reason: 'The shell has a socket in /tmp; the real psql reaches its servers over TCP.',
    origins: REAL,
    from: /connection to server at "127\.0\.0\.1", port \d+ failed: /g,
    to: 'connection to server on socket "/tmp/.s.PGSQL.5432" failed: ',
  },
  {
    name: 'marks for readline',
    reason: 'psql with readline around it, though it is off, marks what %[ and %] frame with control characters.',
    origins: REAL,
    inputs: ['prompts: prompts that are set: brackets'],
    from: /[\x01\x02]/g,
    to: '',
  },
  {
    name: 'the tag behind rows of MERGE',
    reason: 'psql 15 does not know that MERGE can return rows, and prints its tag only from 17 on.',
    origins: REAL,
    inputs: ['statements: commands: MERGE … RETURNING'],
    from: /(?<=\(1 row\)\n\n)/g,
    to: 'MERGE 1\n',
  },
  {
    name: 'the time of day',
    reason: '\\watch tells when it ran.',
    origins: ALL,
    inputs: ['g-commands: watch'],
    from: /\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4}(?= \(every )/g,
    to: '(a time)',
  },
];

/** Rewrites named differences, and notes which there were. */
export class DifferenceRewriter {
  readonly used = new Set<string>();

  /** @returns the text without differences that may be, and whether there were any */
  rewrite(text: string, origin: Origin, input: string): { readonly text: string; readonly changed: boolean } {
    let rewritten = text;
    for (const { name, origins, inputs, from, to } of NAMED_DIFFERENCES) {
      if (!origins.includes(origin)) continue;
      if (inputs && !inputs.some((beginning) => input.startsWith(beginning))) continue;
      const next = rewritten.replace(from, to);
      if (next === rewritten) continue;
      this.used.add(name);
      rewritten = next;
    }
    return { text: rewritten, changed: rewritten !== text };
  }

  get unused(): string[] {
    return NAMED_DIFFERENCES.map(({ name }) => name).filter((name) => !this.used.has(name));
  }
}
