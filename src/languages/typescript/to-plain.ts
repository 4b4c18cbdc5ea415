import type { PlainValue } from '../../core/run-report';
import { EntityPicture, withEntityPictures } from './mikro-orm/entity-picture';

const MAX_DEPTH = 20;

/**
 * Copies a value as plain data, so that it can leave the worker: class instances become objects of their own
 * properties, functions their name in brackets, and what refers back to itself `[Circular]`. Of
 * MikroORM's entities it has what is printed of them.
 */
export function toPlain(value: unknown): PlainValue {
  return plain(withEntityPictures(value), []);
}

function plain(value: unknown, above: readonly object[]): PlainValue {
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
      if (value instanceof EntityPicture) return plain(value.fields ?? value.name, above);
      const path = [...above, value];
      if (Array.isArray(value)) return value.map((item: unknown) => plain(item, path));
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item, path)]));
    }
    default:
      return value as PlainValue;
  }
}
