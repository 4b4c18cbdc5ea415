import type { RunContext } from '../language-runner';
import { tracedKysely } from './kysely/traced-kysely';
import { createPg } from './pg/create-pg';

/** A library that programs may import; loaded only when one does. */
type Loader = (context: Pick<RunContext, 'database' | 'trace'>) => Promise<unknown>;

const LIBRARIES: Readonly<Record<string, Loader>> = {
  pg: ({ database, trace }) => Promise.resolve(createPg(database, trace)),
  'pg-pool': ({ database, trace }) => Promise.resolve(createPg(database, trace)['Pool']),
  kysely: async ({ trace }) => tracedKysely(await import('kysely'), trace),
};

/** The names of the libraries that a program may import. */
export const OFFERED_LIBRARIES: readonly string[] = Object.keys(LIBRARIES);

/** Loads one of {@link OFFERED_LIBRARIES}; `null` for any other name. */
export async function loadLibrary(
  name: string,
  context: Pick<RunContext, 'database' | 'trace'>,
): Promise<{ exports: unknown } | null> {
  const load = Object.hasOwn(LIBRARIES, name) ? LIBRARIES[name] : undefined;
  return load ? { exports: await load(context) } : null;
}
