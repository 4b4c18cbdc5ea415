/** How large one WebAssembly memory may become, in bytes. Otherwise it could take all that the whole process has. */
const MOST_BYTES = 512 * 1024 * 1024;

const PAGE_BYTES = 65_536;

/**
 * Has WebAssembly in this worker fail to take more memory from a limit on, as it fails where a device has no more:
 * Python and PostgreSQL then say so themselves, and go on.
 */
export function limitMemory(): void {
  const { apply } = Reflect;
  const grow: unknown = Reflect.get(WebAssembly.Memory.prototype, 'grow');
  if (typeof grow !== 'function') throw new Error('There is no WebAssembly memory here that could grow.');
  WebAssembly.Memory.prototype.grow = function (this: WebAssembly.Memory, pages: number): number {
    if (this.buffer.byteLength + pages * PAGE_BYTES > MOST_BYTES) {
      throw new RangeError('A program here gets no more memory than this.');
    }
    return apply(grow, this, [pages]) as number;
  };
}
