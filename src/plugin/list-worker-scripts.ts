import path from 'node:path';
import type { BundlerConfig } from './bundler-config-type';

type PluginFunction = Extract<NonNullable<BundlerConfig['plugins']>[number], (...args: never) => unknown>;
type Compiler = Parameters<PluginFunction>[0];

/**
 * Puts beside a worker's script a list of all scripts that the worker may load, itself included, relative to it: for
 * workers that cannot load them themselves (`src/worker/client/fetch-worker-scripts.ts`). What only some programs need
 * has a list of its own.
 */
export class ListWorkerScripts {
  readonly #chunkName: string;
  readonly #libraries: readonly string[];

  /**
   * @param chunkName the name that the worker's chunk has by its `webpackChunkName`
   * @param libraries the names of chunks that only some programs need
   */
  constructor(chunkName: string, libraries: readonly string[]) {
    this.#chunkName = chunkName;
    this.#libraries = libraries;
  }

  apply(compiler: Compiler): void {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('ListWorkerScripts', (compilation) => {
      // After the names have their hashes.
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'ListWorkerScripts', stage }, () => {
        for (const chunk of compilation.chunks) {
          if (chunk.name !== this.#chunkName) continue;
          const isScript = (file: string): boolean => file.endsWith('.js');
          const entry = [...chunk.files].find(isScript);
          if (entry === undefined) throw new Error(`The worker ${this.#chunkName} has no script.`);
          const all = [...chunk.getAllReferencedChunks()];
          const named = (library: string | null): readonly string[] => {
            const files = all
              .filter((referenced) => this.#libraryOf(referenced.groupsIterable) === library)
              .flatMap(({ files: own }) => [...own].filter(isScript));
            return [...new Set(files)].map((file) => path.posix.relative(path.posix.dirname(entry), file)).sort();
          };
          const libraries = Object.fromEntries(this.#libraries.map((library) => [library, named(library)]));
          const empty = this.#libraries.find((library) => libraries[library]?.length === 0);
          if (empty !== undefined) throw new Error(`The library ${empty} has no script.`);
          compilation.emitAsset(
            `${entry}.json`,
            new sources.RawSource(JSON.stringify({ scripts: named(null), libraries })),
          );
        }
      });
    });
  }

  /** The library that alone needs what these groups load; `null` when more than that needs it. */
  #libraryOf(groups: Iterable<{ readonly name?: string | null | undefined }>): string | null {
    const [first, ...others] = new Set([...groups].map(({ name }) => name));
    return typeof first === 'string' && others.length === 0 && this.#libraries.includes(first) ? first : null;
  }
}
