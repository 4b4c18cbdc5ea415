import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { ensureLibrary } from './ensure-library';
import { runStrip } from './run-strip';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

test('where nothing can be written it says what could not be made, and where', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'layer-by-layer-library-'));
  folders.push(root);
  for (const name of ['package.json', 'node_modules', 'src']) symlinkSync(path.resolve(name), path.join(root, name));
  // A file where the folder should be: whoever tests this as root may write everywhere else.
  writeFileSync(path.join(root, '.cache'), '');
  const folder = path.join(root, '.cache', 'python');
  expect(() => ensureLibrary(root)).toThrow(`Python's library could not be made in ${folder}: ENOTDIR`);
});

test('where no process can be started it says so', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'layer-by-layer-strip-'));
  rmSync(root, { recursive: true });
  expect(() => {
    runStrip(root, 'library', path.join(root, 'library.zip'));
  }).toThrow(/^Python's sources could not be prepared: .*ENOENT/);
});
