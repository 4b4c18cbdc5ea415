import { MAX_MESSAGES, MAX_WIRE_BYTES, type Wire } from '../../core/layer-trace';

/** A message's type letter and its length, which counts itself but not the letter. */
const HEADER_BYTES = 5;

/**
 * Bytes of PostgreSQL's protocol as a trace shows them.
 * @param data whole messages, each with its type letter: all but those that begin a session
 */
export function wireOf(data: Uint8Array): Wire {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const messages: { type: string; times: number; bytes: number }[] = [];
  let at = 0;
  while (at + HEADER_BYTES <= data.length) {
    const type = String.fromCharCode(view.getUint8(at));
    const bytes = view.getUint32(at + 1) + 1;
    const last = messages.at(-1);
    if (last?.type === type) {
      last.times += 1;
      last.bytes += bytes;
    } else if (messages.length === MAX_MESSAGES) break;
    else messages.push({ type, times: 1, bytes });
    at += bytes;
  }
  const hex = Array.from(data.subarray(0, MAX_WIRE_BYTES), (byte) => byte.toString(16).padStart(2, '0'));
  return { bytes: data.length, hex: hex.join(''), messages };
}
