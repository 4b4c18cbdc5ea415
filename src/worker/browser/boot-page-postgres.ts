import { unpackBlocks } from '../../engine/block-archive';
import { bootPostgres, type EmbeddedPostgres, type PgliteFiles, type PgliteModule } from '../../engine/postgres';
import { fetchFile, type OnBytes } from './fetch-file';
import type { PostgresSource } from './postgres-source';

// Kept from before a learner's program runs here: then the worker's scope has them no longer.
const { Response, DecompressionStream } = self;

/** The smallest module that there is: the package fetches what runs initdb unless it is given something in its place. */
const NO_INITDB = Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00);

function expand(response: Response): Response {
  if (!response.body) throw new Error('A file of PostgreSQL is empty.');
  return new Response(response.body.pipeThrough(new DecompressionStream('gzip')));
}

async function readSnapshot(response: Response): Promise<Blob> {
  return new Blob([unpackBlocks(new Uint8Array(await expand(response).arrayBuffer()))]);
}

async function fetchFiles(url: string, onBytes: OnBytes): Promise<PgliteFiles> {
  const fetchPart = (name: string): Promise<Response> => fetchFile(new URL(name, url), 'PostgreSQL', onBytes);
  const [pgliteWasmModule, fsBundle, loadDataDir, initdbWasmModule] = await Promise.all([
    WebAssembly.compileStreaming(fetchPart('pglite.wasm')),
    fetchPart('files.bin').then((response) => expand(response).blob()),
    fetchPart('cluster.bin').then(readSnapshot),
    WebAssembly.compile(NO_INITDB),
  ]);
  return { pgliteWasmModule, fsBundle, loadDataDir, initdbWasmModule };
}

/** Boots PostgreSQL in this worker. The package's files are served as they are, and found beside the site's own. */
export function bootPagePostgres({ url }: PostgresSource, onBytes: OnBytes): Promise<EmbeddedPostgres> {
  return bootPostgres(
    () => import(/* webpackIgnore: true */ url) as Promise<PgliteModule>,
    () => fetchFiles(url, onBytes),
  );
}
