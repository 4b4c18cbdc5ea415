import path from 'node:path';
import type { BundlerConfig } from './bundler-config-type';

type PluginFunction = Extract<NonNullable<BundlerConfig['plugins']>[number], (...args: never) => unknown>;
type Compiler = Parameters<PluginFunction>[0];

/**
 * Puts beside a worker's script a list of all scripts that the worker may load, itself included, relative to it: for
 * workers that cannot load them themselves (`src/worker/client/fetch-worker-scripts.ts`).
 */
export class ListWorkerScripts {
  readonly #chunkName: string;

  /** @param chunkName the name that the worker's chunk has by its `webpackChunkName` */
  constructor(chunkName: string) {
    this.#chunkName = chunkName;
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
          const files = [...chunk.getAllReferencedChunks()].flatMap(({ files: own }) => [...own].filter(isScript));
          const entry = [...chunk.files].find(isScript);
          if (entry === undefined) throw new Error(`The worker ${this.#chunkName} has no script.`);
          const names = [...new Set(files)].map((file) => path.posix.relative(path.posix.dirname(entry), file)).sort();
          compilation.emitAsset(`${entry}.json`, new sources.RawSource(JSON.stringify(names)));
        }
      });
    });
  }
}
