/** A file cannot be had; the message names it and says why, as the system does. */
export class FileError extends Error {
  override readonly name = 'FileError';
}

/** The files that the shell can read and write. Names are paths, relative to one folder. */
export interface FileStore {
  /** `null` when there is no such file. @throws FileError */
  read(name: string): string | null;
  /** @throws FileError */
  write(name: string, text: string): void;
  /** @throws FileError */
  append(name: string, text: string): void;
  /** Goes to another folder; without a name, to the one where it all begins. @returns whether there is one */
  changeFolder(name: string | null): boolean;
  /** The names of files that begin in a certain way, in order; a folder's ends in a slash. */
  list(begun: string): readonly string[];
}

/** Files that live as long as the shell. */
export class MemoryFiles implements FileStore {
  readonly #files = new Map<string, string>();

  read(name: string): string | null {
    return this.#files.get(normal(name)) ?? null;
  }

  write(name: string, text: string): void {
    const file = normal(name);
    // Nobody can make a folder here.
    if (file.includes('/')) throw new FileError(`${name}: No such file or directory`);
    this.#files.set(file, text);
  }

  append(name: string, text: string): void {
    this.write(name, (this.read(name) ?? '') + text);
  }

  /** There is one folder. */
  changeFolder(name: string | null): boolean {
    return name === null || name === '.';
  }

  list(begun: string): readonly string[] {
    return this.names.filter((name) => name.startsWith(begun));
  }

  /** All names, in order. */
  get names(): string[] {
    return [...this.#files.keys()].sort();
  }
}

/** A path without what says nothing: `./a/../b` is `b`. */
function normal(name: string): string {
  const parts: string[] = [];
  for (const part of name.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
