import { createServer } from 'node:http';
import sirv from 'sirv';

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a folder on a free port of this machine, as a static host would. */
export async function serveFolder(folder: string): Promise<Served> {
  const handler = sirv(folder, { etag: true, extensions: ['html'] });
  const server = createServer((request, response) => {
    handler(request, response, () => {
      response.writeHead(404).end('Not found');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
