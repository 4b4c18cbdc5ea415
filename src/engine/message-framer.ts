/** A message's type byte and its length, which counts itself but not the type. */
const HEADER_BYTES = 5;

/**
 * Cuts the server's byte stream into messages, so that those nobody wants need not be decoded: decoding a million rows
 * takes several times as long as making them.
 * Message format: PostgreSQL documentation, "Frontend/Backend Protocol".
 */
export class MessageFramer {
  readonly #wanted: (type: string) => boolean;
  readonly #take: (bytes: Uint8Array) => void;
  /** The beginning of a message whose header has not arrived whole. */
  #begun: Uint8Array = new Uint8Array();
  #left = 0;
  #type = '';
  #passing = false;

  /**
   * @param wanted asked once for each message, by its type letter; those of other types before it have been taken by then
   * @param take gets the bytes of wanted messages, not necessarily whole ones at a time
   */
  constructor(wanted: (type: string) => boolean, take: (bytes: Uint8Array) => void) {
    this.#wanted = wanted;
    this.#take = take;
  }

  push(chunk: Uint8Array): void {
    let data = chunk;
    if (this.#begun.length > 0) {
      data = new Uint8Array(this.#begun.length + chunk.length);
      data.set(this.#begun);
      data.set(chunk, this.#begun.length);
      this.#begun = new Uint8Array();
    }
    let at = 0;
    let from = at;
    const pass = (): void => {
      if (this.#passing && at > from) this.#take(data.subarray(from, at));
      from = at;
    };
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    while (at < data.length) {
      if (this.#left === 0) {
        if (data.length - at < HEADER_BYTES) {
          pass();
          this.#begun = data.slice(at);
          return;
        }
        const type = String.fromCharCode(view.getUint8(at));
        // Whether a row is wanted depends on how many there were since the last statement ended.
        if (type !== this.#type) pass();
        this.#type = type;
        const wanted = this.#wanted(type);
        if (wanted !== this.#passing) {
          pass();
          this.#passing = wanted;
        }
        this.#left = view.getUint32(at + 1) + 1;
      }
      const step = Math.min(this.#left, data.length - at);
      at += step;
      this.#left -= step;
    }
    pass();
  }
}
