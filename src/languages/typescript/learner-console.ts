import type { Cell } from '../../core/database';
import type { OutputLine } from '../../core/run-report';
import { textTable } from '../../core/text-table';
import { EntityPicture, withEntityPictures } from './mikro-orm/entity-picture';
import { showValue } from './show-value';

type Print = (line: OutputLine) => void;

function text(value: unknown): string {
  return typeof value === 'string' ? value : showValue(value);
}

/** `console.table` for rows of objects, in the layout of a result table. */
function table(data: unknown): string {
  if (!Array.isArray(data) || data.some((row) => typeof row !== 'object' || row === null)) return text(data);
  const rows = data.map((row: unknown) => {
    const shown = withEntityPictures(row);
    return (shown instanceof EntityPicture ? (shown.fields ?? {}) : shown) as Readonly<Record<string, unknown>>;
  });
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = names.map((name) => ({
    name,
    type: rows.every((row) => typeof row[name] === 'number') ? 'numeric' : 'text',
  }));
  const cells = rows.map((row) => names.map((name): Cell => (row[name] === null ? null : text(row[name]))));
  return textTable(columns, cells, { nullText: 'null' });
}

/** The console of a program: what it prints goes into the report. */
export function learnerConsole(
  print: Print,
): Pick<Console, 'log' | 'info' | 'debug' | 'warn' | 'error' | 'dir' | 'table'> {
  const printer =
    (stream: OutputLine['stream']) =>
    (...values: unknown[]): void => {
      print({ stream, text: values.map(text).join(' ') });
    };
  return {
    log: printer('log'),
    info: printer('log'),
    debug: printer('log'),
    warn: printer('warn'),
    error: printer('error'),
    dir: (value: unknown) => {
      print({ stream: 'log', text: text(value) });
    },
    table: (data: unknown) => {
      print({ stream: 'log', text: table(data) });
    },
  };
}
