import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { ensureLibrary } from '../languages/python/setup/ensure-library';
import { stagePython } from './stage-python';

const PYTHON = path.join('src', 'languages', 'python');

let root = '';
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(root, { recursive: true, force: true });
});

test('without pip a site has Python, and says what is missing and where to get it', { timeout: 120_000 }, () => {
  root = mkdtempSync(path.join(tmpdir(), 'layer-by-layer-'));
  const library = path.relative(process.cwd(), ensureLibrary(process.cwd()));
  for (const file of [PYTHON, 'package.json', library]) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    cpSync(file, path.join(root, file), { recursive: true });
  }
  symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'), 'dir');
  vi.stubEnv('PATH', root);
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const { runtime, archives, missing } = stagePython(root);
  expect(runtime.path).toMatch(/^pyodide\/.+\/pyodide\.mjs$/);
  expect(archives).toEqual({});
  expect(missing).toContain('are not here: there is no pip.');
  expect(missing).toContain('install Python 3 with pip (https://www.python.org/downloads/)');
  expect(warn).toHaveBeenCalledWith(missing);
});
