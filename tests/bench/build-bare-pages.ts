import { buildSync } from 'esbuild';
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureSnapshot, snapshotFile } from '../../src/engine/snapshot/ensure-snapshot';
import { packFiles } from '../../src/engine/snapshot/pack-files';

const PGLITE = /^(index\.js|chunk-.+\.js|pglite\.(wasm|data)|initdb\.(wasm|js))$/;

/** Builds two pages that hold nothing but PostgreSQL and a button, `/initdb.html` and `/snapshot.html`. */
export async function buildBarePages(root: string, folder: string): Promise<void> {
  const postgres = path.join(folder, 'postgres');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(postgres, { recursive: true });
  const dist = path.dirname(createRequire(path.join(root, 'package.json')).resolve('@electric-sql/pglite'));
  for (const file of readdirSync(dist)) {
    if (PGLITE.test(file)) copyFileSync(path.join(dist, file), path.join(postgres, file));
  }
  const snapshot = snapshotFile(root);
  await ensureSnapshot(snapshot);
  copyFileSync(snapshot, path.join(postgres, path.basename(snapshot)));
  writeFileSync(path.join(postgres, 'files.bin'), packFiles(dist));
  buildSync({
    absWorkingDir: root,
    entryPoints: [
      'tests/bench/bare-pages/initdb.ts',
      'tests/bench/bare-pages/snapshot.ts',
      'src/worker/browser/postgres.worker.ts',
    ],
    outdir: folder,
    entryNames: '[name]',
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
  });
  for (const name of ['initdb', 'snapshot']) {
    const html = `<!doctype html><meta charset="utf-8"><title>${name}</title><body><button>Run</button><script src="/${name}.js"></script>`;
    writeFileSync(path.join(folder, `${name}.html`), html);
  }
}
