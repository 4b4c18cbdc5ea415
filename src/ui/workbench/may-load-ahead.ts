/** What browsers tell of a device; not all of them tell all of it. */
export interface Device {
  readonly connection?: { readonly saveData?: boolean };
  /** In gigabytes, rounded down to a power of two. */
  readonly deviceMemory?: number;
}

/** With less memory than this a large instance of anything is better left out, in gigabytes. */
const ENOUGH_MEMORY = 4;

/** Whether to load megabytes that nobody asked for: not for readers who save data, nor on devices short of memory. */
export function mayLoadAhead({ connection, deviceMemory = ENOUGH_MEMORY }: Device): boolean {
  return connection?.saveData !== true && deviceMemory >= ENOUGH_MEMORY;
}
