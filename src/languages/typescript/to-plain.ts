import type { PlainValue } from '../../core/run-report';

const MAX_DEPTH = 20;

/**
 * Copies a value as plain data, so that it can leave the worker: class instances become objects of their own
 * properties, functions their name in brackets, and what refers back to itself `[Circular]`.
 */
export function toPlain(value: unknown, above: readonly object[] = []): PlainValue {
  switch (typeof value) {
    case 'function':
      return `[Function ${value.name || 'anonymous'}]`;
    case 'symbol':
      return value.toString();
    case 'object': {
      if (value === null) return null;
      if (above.includes(value)) return '[Circular]';
      if (above.length > MAX_DEPTH) return '[…]';
      if (value instanceof Date) return new Date(value);
      if (value instanceof Error) return `${value.name}: ${value.message}`;
      const path = [...above, value];
      if (Array.isArray(value)) return value.map((item: unknown) => toPlain(item, path));
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPlain(item, path)]));
    }
    default:
      return value as PlainValue;
  }
}
