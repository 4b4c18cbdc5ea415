import type { PGlite } from '@electric-sql/pglite';
import { Buffer } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import { COURSE_DATABASE } from '../../core/server';
import { packBlocks } from '../block-archive';
import { stagedFolder } from './staged-folder';

/**
 * Where the snapshot of an empty cluster's files stands: with PGlite's own files, which the site serves from there.
 * Its name tells a server neither to compress it nor to announce it as compressed: it is, and we expand it ourselves.
 * @param root the project's folder
 */
export function snapshotFile(root: string): string {
  return path.join(stagedFolder(root), 'cluster.bin');
}

const TAR_BLOCK = 512;
const WAL_SEGMENT = /(?:^|\/)pg_wal\/([0-9A-F]{24})$/;

/** A tar archive of a data directory with no segment of the write-ahead log but one. */
function withOneWalSegment(tar: Uint8Array, only: string): Uint8Array {
  const text = new TextDecoder();
  const kept: Uint8Array[] = [];
  for (let at = 0; at < tar.length;) {
    // An entry is a block with the name, its size in octal digits, and more; then the content, in whole blocks.
    const name = text.decode(tar.subarray(at, at + 100)).replace(/\0.*$/s, '');
    const size = Number.parseInt(text.decode(tar.subarray(at + 124, at + 136)), 8) || 0;
    const end = at + TAR_BLOCK * (1 + Math.ceil(size / TAR_BLOCK));
    const segment = WAL_SEGMENT.exec(name)?.[1];
    if (segment === undefined || segment === only) kept.push(tar.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}

/**
 * The files of a running server, with no more of the write-ahead log than it needs to start from them: the segment
 * that its last checkpoint began. What came before is over, and what comes after is old log that waits for a new use.
 */
async function dumpFiles(pglite: PGlite): Promise<Uint8Array> {
  await pglite.query('SELECT pg_switch_wal()');
  await pglite.query('CHECKPOINT');
  const { rows } = await pglite.query<{ segment: string }>(
    'SELECT pg_walfile_name(redo_lsn) AS segment FROM pg_control_checkpoint()',
  );
  const dump = await pglite.dumpDataDir('none');
  return withOneWalSegment(new Uint8Array(await dump.arrayBuffer()), rows[0]?.segment ?? '');
}

/** Makes the snapshot unless it is there. Booting from it takes a fraction of what initdb takes. */
export async function ensureSnapshot(file: string): Promise<void> {
  if (existsSync(file)) return;
  const { PGlite } = await import('@electric-sql/pglite');
  const pglite = await PGlite.create();
  await pglite.exec(`CREATE DATABASE ${COURSE_DATABASE}`);
  const packed = packBlocks(await dumpFiles(pglite));
  await pglite.close();
  mkdirSync(path.dirname(file), { recursive: true });
  // Others may be making it too: what counts as the file is never half of it.
  const fresh = `${file}.${randomUUID()}`;
  writeFileSync(fresh, gzipSync(packed, { level: constants.Z_BEST_COMPRESSION }));
  if (existsSync(file)) rmSync(fresh);
  else renameSync(fresh, file);
}
