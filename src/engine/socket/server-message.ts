import { Buffer } from 'node:buffer';
import type { ServerReport } from '../../core/server';

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 0, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

const text = (value: string): Buffer => Buffer.from(`${value}\0`);

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

/** The server lets the client in. */
export const AUTHENTICATION_OK = message('R', int32(0));

/** The server waits for a query, outside a transaction. */
export const READY_FOR_QUERY = message('Z', Buffer.from('I'));

/** A setting of the session that clients want to know. */
export function parameterStatus(name: string, value: string): Buffer {
  return message('S', Buffer.concat([text(name), text(value)]));
}

/** What a client would cancel a query with. */
export function backendKeyData(processId: number, secret: number): Buffer {
  return message('K', Buffer.concat([int32(processId), int32(secret)]));
}

/** The newest protocol that the server speaks is the oldest of version 3. */
export const NEGOTIATE_PROTOCOL_VERSION = message('v', Buffer.concat([int32(0), int32(0)]));

/** The error with which a server ends a connection. */
export function fatalError({
  sqlstate,
  message: what,
  detail,
  hint,
}: Pick<ServerReport, 'sqlstate' | 'message' | 'detail' | 'hint'>): Buffer {
  const fields: readonly (readonly [code: string, value: string])[] = [
    ['S', 'FATAL'],
    ['V', 'FATAL'],
    ['C', sqlstate],
    ['M', what],
    ...(detail === null ? [] : [['D', detail] as const]),
    ...(hint === null ? [] : [['H', hint] as const]),
  ];
  return message('E', Buffer.concat([...fields.map(([code, value]) => text(code + value)), Buffer.alloc(1)]));
}
