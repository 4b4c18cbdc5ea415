import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What was typed in earlier sessions, in a file with the oldest line first, as psql keeps it. */
export class HistoryFile {
  readonly #file: string;

  /** @param root the project's folder */
  constructor(root: string) {
    // Not in psql's own file: what is typed here is about another database.
    this.#file = process.env['PSQL_HISTORY'] ?? path.join(root, '.cache', 'psql_history');
  }

  /** The newest line first. */
  read(): string[] {
    try {
      return readFileSync(this.#file, 'utf8').split('\n').filter(Boolean).reverse();
    } catch {
      // The first time there is none.
      return [];
    }
  }

  /** @param lines the newest one first */
  write(lines: readonly string[]): void {
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true });
      writeFileSync(this.#file, [...lines].reverse().join('\n') + '\n', { mode: 0o600 });
    } catch {
      // A history that cannot be kept is no reason to stop anybody.
    }
  }
}
