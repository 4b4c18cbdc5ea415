/** psql's way to read a boolean: a beginning of true, false, yes or no; on, off, 1 or 0. `null` for all else. */
export function parseBoolean(value: string): boolean | null {
  const text = value.toLowerCase();
  if (text === '') return null;
  if ('true'.startsWith(text) || 'yes'.startsWith(text) || text === 'on' || text === '1') return true;
  // One letter would not tell `on` from `off`.
  if ('false'.startsWith(text) || 'no'.startsWith(text) || text === '0') return false;
  return text.length > 1 && 'off'.startsWith(text) ? false : null;
}
