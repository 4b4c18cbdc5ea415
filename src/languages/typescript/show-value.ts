import inspect from 'object-inspect';
import { EntityPicture, withEntityPictures } from './mikro-orm/entity-picture';

/** What fits here stays on one line. */
const WIDTH = 76;
const MAX_DEPTH = 6;
/** Fields of an error that its first line says already, or that say nothing. */
const ERROR_NOISE = new Set(['name', 'message', 'stack', 'length']);

function isPlain(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function keyText(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : inspect(key);
}

function errorText(error: Error): string {
  const fields = Object.entries(error).filter(([key, item]) => item !== undefined && !ERROR_NOISE.has(key));
  const head = `${error.name}: ${error.message}`;
  return fields.length === 0 ? head : `${head} ${show(Object.fromEntries(fields), [error])}`;
}

/** @param taken the width of what stands before the value on its first line, without the margin */
function show(value: unknown, above: readonly object[], indent = 0, taken = 0): string {
  if (value instanceof Error && !above.includes(value)) return errorText(value);
  const flat = inspect(value, { depth: MAX_DEPTH });
  if (typeof value !== 'object' || value === null || above.includes(value) || above.length > MAX_DEPTH) return flat;
  if (indent + taken + flat.length <= WIDTH && !flat.includes('\n')) return flat;
  const path = [...above, value];
  const inner = (item: unknown, before = 0): string => show(item, path, indent + 2, before);
  const margin = ' '.repeat(indent);
  const block = (open: string, lines: readonly string[], close: string): string =>
    `${open}\n${lines.map((line) => `${margin}  ${line}`).join(',\n')}\n${margin}${close}`;
  if (Array.isArray(value)) {
    return block(
      '[',
      value.map((item: unknown) => inner(item)),
      ']',
    );
  }
  const isPicture = value instanceof EntityPicture;
  if (!isPlain(value) && !isPicture) return flat;
  const fields = isPicture ? (value.fields ?? {}) : value;
  return block(
    isPicture ? `${value.name} {` : '{',
    Object.entries(fields).map(([key, item]) => `${keyText(key)}: ${inner(item, key.length + 2)}`),
    '}',
  );
}

/** A value as the console shows it: on one line where it fits, otherwise one line an element. */
export function showValue(value: unknown): string {
  return show(withEntityPictures(value), []);
}
