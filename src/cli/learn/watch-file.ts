import { statSync } from 'node:fs';

/** How often the file is looked at, in milliseconds. */
const INTERVAL_MS = 100;

/** Changes with each save, also with one that writes a new file and renames it; `null` while there is no file. */
function stampOf(file: string): string | null {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat ? `${String(stat.mtimeMs)} ${String(stat.size)} ${String(stat.ino)}` : null;
}

/**
 * Calls back after each save of a file, once it has been left alone for a moment: editors write in several steps.
 * It looks at the file again and again, because notifications do not arrive from network folders, containers and WSL.
 * @returns stops watching
 */
export function watchFile(file: string, onSave: () => void, intervalMs = INTERVAL_MS): () => void {
  let told = stampOf(file);
  let last = told;
  const timer = setInterval(() => {
    const stamp = stampOf(file);
    const settled = stamp === last;
    last = stamp;
    if (!settled || stamp === null || stamp === told) return;
    told = stamp;
    onSave();
  }, intervalMs);
  return () => {
    clearInterval(timer);
  };
}
