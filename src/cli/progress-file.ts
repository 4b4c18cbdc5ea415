import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EMPTY_PROGRESS, parseProgress, type Progress } from '../core/progress';
import { type ProgressAction, reduceProgress } from '../progress/reducer';

const NAME = 'progress.json';

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Somebody's progress in a clone: `progress.json` in the project's folder. Each action is applied to what the file says
 * at that time, so that two terminals do not undo each other.
 */
export class ProgressFile {
  readonly #root: string;
  readonly #say: (message: string) => void;

  /**
   * @param root the project's folder
   * @param say told, in a sentence, when the file cannot be read or written
   */
  constructor(root: string, say: (message: string) => void) {
    this.#root = root;
    this.#say = say;
  }

  /** The progress so far. A file that cannot be read is moved aside. */
  read(): Progress {
    const file = path.join(this.#root, NAME);
    if (!existsSync(file)) return EMPTY_PROGRESS;
    const parsed = parseProgress(readFileSync(file, 'utf8'));
    if (parsed.kind === 'progress') return parsed.progress;
    // No colons: Windows has no such file names.
    const keptAs = `progress.corrupt-${new Date().toISOString().replaceAll(':', '-')}.json`;
    renameSync(file, path.join(this.#root, keptAs));
    this.#say(
      `${NAME} could not be read (${parsed.reason}). It is kept as ${keptAs}, and your progress starts afresh. Your answers are as they were.`,
    );
    return EMPTY_PROGRESS;
  }

  /** Notes what happened. @returns the progress with it */
  dispatch(action: ProgressAction): Progress {
    const progress = reduceProgress(this.read(), action);
    // Renaming is all or nothing: whoever reads meanwhile, or after a power cut, finds the old file or the new one.
    const fresh = path.join(this.#root, `progress.${String(process.pid)}.json`);
    try {
      writeFileSync(fresh, `${JSON.stringify(progress, null, 2)}\n`);
      renameSync(fresh, path.join(this.#root, NAME));
    } catch (error) {
      rmSync(fresh, { force: true });
      this.#say(`Your progress could not be written to ${NAME}: ${reasonOf(error)}`);
    }
    return progress;
  }
}
