import sources from '@generated/layer-by-layer/default/python-sources.json';
import type * as Pyodide from 'pyodide';
import type { LoadProgress } from '../../core/load-progress';
import { ARCHIVE_TITLES } from '../../languages/python/archives';
import type { PythonParts } from '../../languages/python/python-runtime';
import { channelOf } from '../channel';
import { limitMemory } from '../limit-memory';
import { openPython } from '../open-python';
import { serveRuns } from '../run-service';
import { bootPagePostgres } from './boot-page-postgres';
import { fetchFile } from './fetch-file';
import { lockDown } from './lock-down';
import { makeFunction } from './make-function';
import type { PythonSource } from './python-source';

// The page passes where Pyodide is as the worker's name, which is there before any message.
const source = JSON.parse(self.name) as PythonSource;

limitMemory();

function pythonParts(onBytes: (count: number) => void, onProgress: (progress: LoadProgress) => void): PythonParts {
  return {
    boot: async (options) => {
      const { loadPyodide } = (await import(/* webpackIgnore: true */ source.url)) as typeof Pyodide;
      const fetch = self.fetch.bind(self);
      const library = new URL('library.bin', source.url).href;
      // Pyodide fetches its files itself. When it cannot have one it says so to nobody, and waits for ever.
      const broken = new Promise<never>((_resolve, reject) => {
        self.fetch = async (address) => {
          const { url } = new Request(address);
          try {
            const response = await fetchFile(url, 'Python', onBytes, reject);
            if (url !== library || !response.body) return response;
            return new Response(response.body.pipeThrough(new DecompressionStream('gzip')));
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
            throw error;
          }
        };
      });
      try {
        return await Promise.race([loadPyodide({ ...options, stdLibURL: library }), broken]);
      } finally {
        self.fetch = fetch;
      }
    },
    sources,
    readArchive: async (name) => {
      const archive = source.archives[name];
      if (!archive) throw new Error(source.missing ?? `This site has no archive "${name}".`);
      const { url, bytes } = archive;
      let loaded = 0;
      const response = await fetchFile(url, ARCHIVE_TITLES[name], (count) => {
        loaded += count;
        onProgress({ what: ARCHIVE_TITLES[name], loaded, total: bytes });
      });
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

serveRuns(channelOf(self), { makeFunction, lockDown }, (onProgress) => {
  let loaded = 0;
  const onBytes = (count: number): void => {
    loaded += count;
    onProgress({ what: 'Python and PostgreSQL', loaded, total: source.bytes + source.postgres.bytes });
  };
  return openPython(() => bootPagePostgres(source.postgres, onBytes), pythonParts(onBytes, onProgress));
});
