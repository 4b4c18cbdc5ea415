import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

/** A server that nobody should reach. */
export interface Trap {
  readonly url: string;
  readonly port: number;
  /** The paths that were asked for, WebSockets among them. */
  readonly requests: readonly string[];
  /** How often anything connected, whether it asked for something or not. */
  readonly connections: () => number;
  close(): Promise<void>;
}

/** What WebSockets add to a client's key: RFC 6455. */
const WEBSOCKET_KEY = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** Starts a server that lets everybody in, from any page, and notes who came. `/page` is a page without a policy. */
export async function openTrap(): Promise<Trap> {
  const requests: string[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    if (path === '/page') {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Free</title>');
      return;
    }
    if (path !== '/favicon.ico') requests.push(path);
    response
      .writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/javascript' })
      .end('// reached');
  });
  server.on('connection', () => connections++);
  server.on('upgrade', (request, socket) => {
    requests.push(request.url ?? '');
    const accept = createHash('sha1').update(`${request.headers['sec-websocket-key'] ?? ''}${WEBSOCKET_KEY}`);
    socket.on('error', () => undefined);
    socket.end(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept.digest('base64')}\r\n\r\n`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    port: address.port,
    requests,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
