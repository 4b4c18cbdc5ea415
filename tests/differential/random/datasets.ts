import type { Dataset } from '../../../src/core/database';
import type { Random } from './prng';
import { type TableColumn, TABLES } from './schema';
import { quoted, storedValue } from './values';

/** Which rows a foreign key may name: athletes are made in order, so that a mentor is there already. */
function key(random: Random, column: TableColumn, rows: number, sizes: ReadonlyMap<string, number>): string {
  const target = column.name === 'mentor_id' ? rows : (sizes.get(`${column.name.replace('_id', '')}s`) ?? 0);
  return target === 0 ? 'NULL' : String(random.integer(1, target));
}

function value(random: Random, column: TableColumn, rows: number, sizes: ReadonlyMap<string, number>): string {
  if (column.nullable && random.chance(30)) return 'NULL';
  if (column.name.endsWith('_id')) return key(random, column, rows, sizes);
  const stored = storedValue(random, column.type);
  // A number makes it unique; the rest of the text still repeats.
  return column.unique ? quoted(`${stored.slice(1, -1).replaceAll("''", "'")}${String(rows)}`) : stored;
}

/**
 * A data set with random rows: values repeat, and every column that may be NULL is NULL in some rows.
 * @param schema the course's CREATE TABLE statements
 */
export function randomDataset(random: Random, schema: string, id: string): Dataset {
  const sizes = new Map<string, number>();
  const inserts = TABLES.map(({ name, columns }) => {
    const given = columns.filter((column) => column.name !== 'id');
    const count = name === 'results' ? random.integer(20, 40) : random.integer(4, 14);
    const rows = Array.from(
      { length: count },
      (_, i) => `(${given.map((column) => value(random, column, i, sizes)).join(', ')})`,
    );
    sizes.set(name, count);
    return `INSERT INTO ${name} (${given.map((column) => column.name).join(', ')}) VALUES\n  ${rows.join(',\n  ')};`;
  });
  return { id, sql: `${schema}\n${inserts.join('\n')}` };
}
