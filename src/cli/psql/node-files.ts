import { appendFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { systemErrorMessage } from './system-error-message';
import { FileError, type FileStore } from '../../languages/psql/shell/file-store';

/** Files of the system's, relative to the folder in which the command was typed. */
export class NodeFiles implements FileStore {
  #folder: string;

  /** @param folder where it begins */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The folder that names are relative to. */
  get folder(): string {
    return this.#folder;
  }

  read(name: string): string | null {
    try {
      return readFileSync(this.#whole(name), 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw asFileError(name, error);
    }
  }

  write(name: string, text: string): void {
    try {
      writeFileSync(this.#whole(name), text);
    } catch (error) {
      throw asFileError(name, error);
    }
  }

  append(name: string, text: string): void {
    try {
      appendFileSync(this.#whole(name), text);
    } catch (error) {
      throw asFileError(name, error);
    }
  }

  changeFolder(name: string | null): boolean {
    const folder = name === null ? homedir() : this.#whole(name);
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return false;
    this.#folder = folder;
    return true;
  }

  list(begun: string): readonly string[] {
    const slash = begun.lastIndexOf('/') + 1;
    try {
      return readdirSync(this.#whole(begun.slice(0, slash)), { withFileTypes: true })
        .filter(({ name }) => name.startsWith(begun.slice(slash)))
        .map((entry) => `${begun.slice(0, slash)}${entry.name}${entry.isDirectory() ? '/' : ''}`)
        .sort();
    } catch {
      // What is typed there leads nowhere.
      return [];
    }
  }

  #whole(name: string): string {
    return path.resolve(this.#folder, name.replace(/^~(?=\/|$)/, homedir()));
  }
}

function asFileError(name: string, error: unknown): FileError {
  return new FileError(`${name}: ${systemErrorMessage(error)}`);
}
