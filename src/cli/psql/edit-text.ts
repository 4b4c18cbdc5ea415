import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The editor that the learner uses, by the variables that psql asks, in its order. */
function editor(): string {
  const { PSQL_EDITOR, EDITOR, VISUAL } = process.env;
  return PSQL_EDITOR ?? EDITOR ?? VISUAL ?? (process.platform === 'win32' ? 'notepad.exe' : 'vi');
}

/**
 * Lets somebody change a text in their editor.
 * @param name what to call it
 * @param folder where the editor runs
 * @returns `null` when it was left as it is
 */
export function editText(name: string, text: string, folder: string): string | null {
  const temporary = mkdtempSync(path.join(tmpdir(), 'psql-'));
  // Editors colour a text by how its file's name ends.
  const file = path.join(temporary, name === 'query' ? 'psql.edit.sql' : path.basename(name));
  try {
    writeFileSync(file, text);
    const { status, error } = spawnSync(`${editor()} "${file}"`, { cwd: folder, stdio: 'inherit', shell: true });
    if (error || status !== 0) return null;
    const edited = readFileSync(file, 'utf8');
    return edited === text ? null : edited;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
