import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { unpackBlocks } from '../block-archive';
import type { PgliteFiles } from '../postgres';
import { ensureSnapshot } from './ensure-snapshot';

/**
 * Reads the snapshot, and makes it first if nobody has. Where that fails, as in a folder that cannot be written to,
 * there is none, and PostgreSQL starts without.
 * @param file see `snapshotFile`
 */
export async function readSnapshot(file: string): Promise<PgliteFiles> {
  try {
    await ensureSnapshot(file);
    return { loadDataDir: new Blob([unpackBlocks(await promisify(gunzip)(await readFile(file)))]) };
  } catch {
    return {};
  }
}
