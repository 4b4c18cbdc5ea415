/** The digits of a UUID by their bytes. */
const GROUPS = [4, 2, 2, 2, 6];

/** A random UUID, version 4, as `crypto.randomUUID` makes them. */
export function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0'));
  return GROUPS.map((length) => digits.splice(0, length).join('')).join('-');
}
