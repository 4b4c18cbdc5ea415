import { readFile } from 'node:fs/promises';
import { ensureSnapshot } from './ensure-snapshot';

/** Reads the snapshot, and makes it first if nobody has. @param file see {@link snapshotFile} */
export async function readSnapshot(file: string): Promise<Blob> {
  await ensureSnapshot(file);
  return new Blob([await readFile(file)], { type: 'application/gzip' });
}
