import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { watchFile } from './watch-file';

test('tells of a save however it is done, and once for its several steps', async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'watch-file-')), 'answer.sql');
  writeFileSync(file, 'one');
  const onSave = vi.fn();
  const stop = watchFile(file, onSave, 20);
  await sleep(100);
  expect(onSave).not.toHaveBeenCalled();

  // As some editors do it: remove, write half, write the rest.
  rmSync(file);
  writeFileSync(file, 'tw');
  writeFileSync(file, 'two');
  await vi.waitFor(() => {
    expect(onSave).toHaveBeenCalledTimes(1);
  });

  writeFileSync(`${file}.new`, 'two');
  renameSync(`${file}.new`, file);
  await vi.waitFor(() => {
    expect(onSave).toHaveBeenCalledTimes(2);
  });

  stop();
  writeFileSync(file, 'three');
  await sleep(100);
  expect(onSave).toHaveBeenCalledTimes(2);
});
