import type { EmbeddedPostgres } from '../engine/postgres';
import { SyncSession } from '../engine/sync-session';
import { type PythonParts, PythonRuntime } from '../languages/python/python-runtime';
import type { PythonEngine } from './execute';

/** Boots Python and the PostgreSQL beside it, both at once. */
export async function openPython(
  bootPostgres: () => Promise<EmbeddedPostgres>,
  parts: PythonParts,
): Promise<PythonEngine> {
  const [{ database, instance }, runtime] = await Promise.all([bootPostgres(), PythonRuntime.boot(parts)]);
  return { database, runtime, session: () => new SyncSession(instance) };
}
