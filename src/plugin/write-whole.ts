import { randomUUID } from 'node:crypto';
import { existsSync, renameSync, writeFileSync } from 'node:fs';

/** Makes a file unless it is there. Whatever interrupts that, what stands under its name is never half of it. */
export function writeWhole(file: string, make: () => Uint8Array): void {
  if (existsSync(file)) return;
  const fresh = `${file}.${randomUUID()}`;
  writeFileSync(fresh, make());
  renameSync(fresh, file);
}
