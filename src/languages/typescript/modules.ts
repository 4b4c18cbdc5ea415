import type { RunContext } from '../language-runner';
import { tracedKysely } from './kysely/traced-kysely';
import { createMikroOrm } from './mikro-orm/create-mikro-orm';
import { loadMikroOrm } from './mikro-orm/load-mikro-orm';
import { createPg } from './pg/create-pg';
import { EmbeddedServer } from './pg/embedded-server';

type LibraryContext = Pick<RunContext, 'database' | 'trace' | 'makeFunction' | 'print'>;
type Pg = ReturnType<typeof createPg>;

/** A library that programs may import; loaded only when one does. */
type Loader = (context: LibraryContext, pg: Pg, server: EmbeddedServer) => unknown;

const LIBRARIES: Readonly<Record<string, Loader>> = {
  pg: (_context, pg) => pg,
  'pg-pool': (_context, pg) => pg.Pool,
  'athleticu/server': (_context, _pg, server) => ({ server }),
  kysely: async ({ trace }) => tracedKysely(await import('kysely'), trace),
  '@mikro-orm/core': async (context, pg) => (await mikroOrm(context, pg)).core,
  '@mikro-orm/postgresql': async (context, pg) => (await mikroOrm(context, pg)).postgresql,
};

async function mikroOrm(
  { makeFunction, print, trace }: LibraryContext,
  pg: Pg,
): Promise<ReturnType<typeof createMikroOrm>> {
  const log = (text: string): void => {
    print({ stream: 'log', text });
  };
  return createMikroOrm(await loadMikroOrm(makeFunction), pg.Pool, log, trace);
}

/** The names of the libraries that a program may import. */
export const OFFERED_LIBRARIES: readonly string[] = Object.keys(LIBRARIES);

/** Loads what one program imports; all of it stands on one `pg`, as it does in Node, and on one server. */
export class Libraries {
  readonly #context: LibraryContext;
  readonly #pg: Pg;
  readonly #server: EmbeddedServer;

  constructor(context: LibraryContext) {
    this.#context = context;
    this.#server = new EmbeddedServer(context.database);
    this.#pg = createPg(this.#server, context.trace);
  }

  /** Loads one of {@link OFFERED_LIBRARIES}; `null` for any other name. */
  async load(name: string): Promise<{ exports: unknown } | null> {
    const load = Object.hasOwn(LIBRARIES, name) ? LIBRARIES[name] : undefined;
    return load ? { exports: await load(this.#context, this.#pg, this.#server) } : null;
  }
}
