import type { RecordingDatabase } from '../language-runner';
import { createPg } from './pg/create-pg';

/** A library that programs may import; loaded only when one does. */
type Loader = (database: RecordingDatabase) => Promise<unknown>;

const LIBRARIES: Readonly<Record<string, Loader>> = {
  pg: (database) => Promise.resolve(createPg(database)),
  'pg-pool': (database) => Promise.resolve(createPg(database)['Pool']),
  kysely: () => import('kysely'),
};

/** The names of the libraries that a program may import. */
export const OFFERED_LIBRARIES: readonly string[] = Object.keys(LIBRARIES);

/** Loads one of {@link OFFERED_LIBRARIES}; `null` for any other name. */
export async function loadLibrary(name: string, database: RecordingDatabase): Promise<{ exports: unknown } | null> {
  const load = Object.hasOwn(LIBRARIES, name) ? LIBRARIES[name] : undefined;
  return load ? { exports: await load(database) } : null;
}
