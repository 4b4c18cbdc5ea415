import { unpackBlocks } from '../../engine/block-archive';
import { bootPostgres, type PgliteFiles, type PgliteModule } from '../../engine/postgres';
import type { LoadProgress } from '../../core/load-progress';
import { channelOf } from '../channel';
import { servePostgres } from '../postgres-service';
import type { PostgresSource } from './postgres-source';

// The package's files are served as they are, and found beside the site's own: the page passes where as the worker's
// name, which is there before any message.
const source = JSON.parse(self.name) as PostgresSource;

/** The smallest module that there is: the package fetches what runs initdb unless it is given something in its place. */
const NO_INITDB = Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00);

const load = (): Promise<PgliteModule> => import(/* webpackIgnore: true */ source.url) as Promise<PgliteModule>;

/** Fetches one of the files. @param onBytes hears how many bytes have arrived since it was last told */
async function fetchFile(name: string, onBytes: (count: number) => void): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(new URL(name, source.url));
  } catch {
    throw new Error('PostgreSQL could not be loaded into this page. Are you offline?');
  }
  if (!response.ok || !response.body) throw new Error(`PostgreSQL could not be loaded: ${response.status}, ${name}.`);
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform: (chunk, controller) => {
        onBytes(chunk.length);
        controller.enqueue(chunk);
      },
    }),
  );
  return new Response(counted, { headers: response.headers });
}

async function readSnapshot(response: Response): Promise<Blob> {
  if (!response.body) throw new Error('The snapshot is empty.');
  const packed = await new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
  return new Blob([unpackBlocks(new Uint8Array(packed))]);
}

async function fetchFiles(onProgress: (progress: LoadProgress) => void): Promise<PgliteFiles> {
  let loaded = 0;
  const onBytes = (count: number): void => {
    loaded += count;
    onProgress({ loaded, total: source.bytes });
  };
  const [pgliteWasmModule, fsBundle, loadDataDir, initdbWasmModule] = await Promise.all([
    WebAssembly.compileStreaming(fetchFile('pglite.wasm', onBytes)),
    fetchFile('pglite.data', onBytes).then((response) => response.blob()),
    fetchFile('cluster.bin', onBytes).then(readSnapshot),
    WebAssembly.compile(NO_INITDB),
  ]);
  return { pgliteWasmModule, fsBundle, loadDataDir, initdbWasmModule };
}

servePostgres(channelOf(self), (onProgress) => bootPostgres(load, () => fetchFiles(onProgress)));
