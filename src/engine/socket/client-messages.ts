import { Buffer } from 'node:buffer';

/** What a client sends before anything else. */
export type Opening =
  | { readonly kind: 'encryption' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'startup'; readonly minorVersion: number; readonly parameters: ReadonlyMap<string, string> }
  | { readonly kind: 'unknown' };

const CANCEL = 80877102;
const SSL = 80877103;
const GSS = 80877104;
const PROTOCOL = 3;
/** More than any client has to say in its first packet. */
const LONGEST_OPENING = 10_000;

/** Cuts what a client sends into messages. Message format: PostgreSQL documentation, "Frontend/Backend Protocol". */
export class ClientMessages {
  #bytes: Buffer = Buffer.alloc(0);

  push(chunk: Uint8Array): void {
    this.#bytes = Buffer.concat([this.#bytes, chunk]);
  }

  /** The packet that opens a connection, which has no type; `null` when it has not arrived whole. */
  opening(): Opening | null {
    if (this.#bytes.length < 8) return null;
    const length = this.#bytes.readInt32BE(0);
    if (length < 8 || length > LONGEST_OPENING) return { kind: 'unknown' };
    const packet = this.#take(length);
    if (!packet) return null;
    const code = packet.readInt32BE(4);
    if (code === SSL || code === GSS) return { kind: 'encryption' };
    if (code === CANCEL) return { kind: 'cancel' };
    if (code >> 16 !== PROTOCOL) return { kind: 'unknown' };
    const words = packet.subarray(8).toString().split('\0');
    const parameters = new Map<string, string>();
    for (let i = 0; i + 1 < words.length && words[i] !== ''; i += 2) parameters.set(words[i] ?? '', words[i + 1] ?? '');
    return { kind: 'startup', minorVersion: code & 0xffff, parameters };
  }

  /** The next message, its type and length included; `null` when it has not arrived whole. */
  next(): Buffer | null {
    return this.#bytes.length < 5 ? null : this.#take(this.#bytes.readInt32BE(1) + 1);
  }

  #take(length: number): Buffer | null {
    if (this.#bytes.length < length) return null;
    const taken = this.#bytes.subarray(0, length);
    this.#bytes = this.#bytes.subarray(length);
    return taken;
  }
}
