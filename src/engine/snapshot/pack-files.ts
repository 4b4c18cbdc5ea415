import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { constants, gzipSync } from 'node:zlib';

/** Where PGlite's scripts say which file stands where in its data. */
const ENTRY = /\{filename:"(\/pglite\/[^"]+)",start:(\d+),end:(\d+)/g;

/**
 * What a page's PostgreSQL does not read: what initdb reads, which made the snapshot; what extensions are built with;
 * replication; and the conversions between UTF-8 and the encodings of East Asia, which nothing in a page speaks.
 */
const NOT_READ = [
  /\/pgxs\//,
  /\/share\/postgresql\/[^/]+\.(bki|sql|sample|txt)$/,
  /\/(libpqwalreceiver|pgoutput)\.so$/,
  /\/icu\/LICENSE$/,
  /_(big5|euc2004|euc_cn|euc_jp|euc_kr|euc_tw|gb18030|gbk|johab|sjis|sjis2004|uhc)\.so$/,
];

/**
 * PGlite's files for a page, compressed: as the package has them, but with nothing in those that are not read. They
 * keep their places, which the package's scripts know.
 * @param dist the package's folder
 * @throws Error when its scripts do not say where the files are
 */
export function packFiles(dist: string): Uint8Array {
  const data = readFileSync(path.join(dist, 'pglite.data'));
  const scripts = readdirSync(dist).filter((name) => name.endsWith('.js'));
  const entries = scripts.flatMap((name) => [...readFileSync(path.join(dist, name), 'utf8').matchAll(ENTRY)]);
  const unread = entries.filter(([, file = '']) => NOT_READ.some((pattern) => pattern.test(file)));
  if (unread.length === 0) throw new Error("PGlite's scripts no longer say where its files are: see pack-files.ts.");
  for (const [, , start, end] of unread) data.fill(0, Number(start), Number(end));
  return gzipSync(data, { level: constants.Z_BEST_COMPRESSION });
}
