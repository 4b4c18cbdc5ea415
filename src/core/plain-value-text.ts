import type { PlainValue } from './run-report';

/** What fits into a line of this many characters is written in one. */
const LINE_WIDTH = 72;

function isList(value: PlainValue): value is readonly PlainValue[] {
  return Array.isArray(value);
}

function keyText(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}

function group(open: string, parts: readonly string[], close: string, indent: string, space: string): string {
  if (parts.length === 0) return open + close;
  const line = `${open}${space}${parts.join(', ')}${space}${close}`;
  if (indent.length + line.length <= LINE_WIDTH && !line.includes('\n')) return line;
  return `${open}\n${parts.map((part) => `${indent}  ${part},\n`).join('')}${indent}${close}`;
}

/** A value as a program would write it, over several lines when it is long. */
export function plainValueText(value: PlainValue, indent = ''): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return `${String(value)}n`;
  if (value === null || typeof value !== 'object') return String(value);
  if (value instanceof Date) return `Date(${Number.isNaN(value.getTime()) ? 'invalid' : value.toISOString()})`;
  const inner = `${indent}  `;
  if (isList(value)) {
    const parts = value.map((item) => plainValueText(item, inner));
    return group('[', parts, ']', indent, '');
  }
  const parts = Object.entries(value).map(([key, item]) => `${keyText(key)}: ${plainValueText(item, inner)}`);
  return group('{', parts, '}', indent, ' ');
}
