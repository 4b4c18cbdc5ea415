import { createRequire } from 'node:module';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bootPostgres } from '../postgres';
import { snapshotFile } from './ensure-snapshot';
import { packFiles } from './pack-files';
import { readSnapshot } from './read-snapshot';

test(
  'PostgreSQL boots from what is left of its files, and has what the course uses of them',
  { timeout: 120_000 },
  async () => {
    const dist = path.dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'));
    const packed = packFiles(dist);
    const { database } = await bootPostgres(
      () => import('@electric-sql/pglite'),
      async () => ({
        ...(await readSnapshot(snapshotFile(process.cwd()))),
        fsBundle: new Blob([Uint8Array.from(gunzipSync(packed))]),
      }),
    );
    const first = async (sql: string): Promise<unknown> => {
      const [result] = await database.exec(sql);
      return result?.kind === 'rows' ? result.rows[0]?.[0] : result;
    };
    expect(await first("SELECT timestamptz '2026-01-01 00:00Z' AT TIME ZONE 'Asia/Tokyo'")).toBe('2026-01-01 09:00:00');
    expect(await first("SELECT to_tsvector('english', 'running quickly')")).toBe("'quick':2 'run':1");
    expect(await first("SELECT encode(convert_to('e', 'LATIN1'), 'hex')")).toBe('65');
    expect(await first('DO $$ BEGIN RAISE NOTICE $n$plpgsql$n$; END $$')).toMatchObject({ tag: 'DO' });
    expect(await first('SELECT count(*) > 100 FROM information_schema.sql_features')).toBe('t');
    // What it does not have, it says.
    expect(await first("SELECT convert_to('e', 'SJIS')")).toMatchObject({
      kind: 'error',
      error: { sqlstate: '58P01', message: expect.stringContaining('utf8_and_sjis') as string },
    });
    await database.close();
  },
);
