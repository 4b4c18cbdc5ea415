import { cellText, rowText } from './cell-text';
import type { CellDifference, Difference } from './check-report';
import { countText } from './count-text';
import type { Row } from './database';
import { textTable } from './text-table';

/** A value longer than this, or of several lines, is not put into the headline's sentence. */
const SHORT = 60;

function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(', ');
}

function plural(count: number, singular: string, several: string): string {
  return count === 1 ? singular : several;
}

/** Columns in which two lists differ, counted from 0. */
function differing<T>(expected: readonly T[], received: readonly T[], same: (a: T, b: T) => boolean): number[] {
  return expected.flatMap((item, i) => {
    const other = received[i];
    return other !== undefined && same(item, other) ? [] : [i];
  });
}

/** What is in one list of names and not in the other; a name that stands twice must be there twice. */
export function namesWithout(names: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return names.filter((name) => {
    const found = left.indexOf(name);
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
}

function columnCountHeadline(expected: readonly string[], received: readonly string[]): string {
  const missing = namesWithout(expected, received);
  const extra = namesWithout(received, expected);
  const counts = `The result has ${countText(received.length, 'column')}, but should have ${String(expected.length)}`;
  // Names only help when one side alone has some of its own; otherwise the columns may just be named differently.
  if (extra.length === 0) return `${counts}: ${quoted(missing)} ${plural(missing.length, 'is', 'are')} missing.`;
  if (missing.length === 0) return `${counts}: ${quoted(extra)} should not be there.`;
  return `${counts}.`;
}

function columnNamesHeadline(expected: readonly string[], received: readonly string[]): string {
  const [first = 0, ...more] = differing(expected, received, (a, b) => a === b);
  if (more.length > 0) return `${countText(more.length + 1, 'column')} should have other names.`;
  return `Column ${String(first + 1)} should be named “${expected[first] ?? ''}”, but is named “${received[first] ?? ''}”.`;
}

function columnTypesHeadline(difference: Extract<Difference, { kind: 'column-types' }>): string {
  const { expected, received } = difference;
  const [first = 0, ...more] = differing(expected, received, (a, b) => a.type === b.type);
  if (more.length > 0) return `${countText(more.length + 1, 'column')} should have other types.`;
  const column = expected[first];
  return `Column “${column?.name ?? ''}” should have the type ${column?.type ?? ''}, but has ${received[first]?.type ?? ''}.`;
}

function valueHeadline(expected: string, received: string): string {
  const short = [expected, received].every((text) => text.length <= SHORT && !text.includes('\n'));
  return short ? `The value should be ${expected}, but is ${received}.` : 'The value is not the expected one.';
}

function textHeadline(difference: Extract<Difference, { kind: 'different-text' }>): string {
  const { line, expected, expectedCount, received } = difference;
  if (line === 1 && received.length === 0) {
    return `There is no text, where ${countText(expectedCount, 'line')} ${plural(expectedCount, 'is', 'are')} expected.`;
  }
  const [wanted, got] = [expected[0], received[0]];
  const place = `line ${String(line)}`;
  if (wanted === undefined) return `Nothing more was expected from ${place} on.`;
  if (got === undefined) return `It ends too early: ${place} is missing.`;
  const short = [wanted, got].every((text) => text.length <= SHORT);
  return short
    ? `Line ${String(line)} should be “${wanted}”, but is “${got}”.`
    : `Line ${String(line)} is not the expected one.`;
}

/** What is different, in one sentence. */
export function differenceHeadline(difference: Difference): string {
  switch (difference.kind) {
    case 'no-result':
      return `Your answer gives no table; one with ${plural(difference.expected.length, 'the column', 'the columns')} ${quoted(difference.expected)} is expected.`;
    case 'column-count':
      return columnCountHeadline(difference.expected, difference.received);
    case 'column-names':
      return columnNamesHeadline(difference.expected, difference.received);
    case 'column-order':
      return 'The columns are the right ones, but they stand in another order.';
    case 'column-types':
      return columnTypesHeadline(difference);
    case 'missing-rows':
    case 'extra-rows':
    case 'different-rows': {
      const { missingCount, extraCount } = difference;
      const missing = `${countText(missingCount, 'row')} ${plural(missingCount, 'is', 'are')} missing`;
      const extra = `${countText(extraCount, 'row')} should not be there`;
      if (extraCount === 0) return `${missing}.`;
      return missingCount === 0 ? `${extra}.` : `${missing} and ${extra}.`;
    }
    case 'different-cells':
      return `${countText(difference.count, 'row')} ${plural(difference.count, 'has', 'have')} a value that is not the expected one.`;
    case 'row-order':
      return `The rows are the right ones, but in another order: row ${String(difference.row)} should be ${rowText(difference.expected)}, but is ${rowText(difference.received)}.`;
    case 'different-value':
      return valueHeadline(difference.expected, difference.received);
    case 'secret-value':
      return difference.received === 'null'
        ? 'The value is not set.'
        : `The value ${difference.received} is not the right one.`;
    case 'different-text':
      return textHeadline(difference);
    case 'inspection-failed':
      return `What your answer leaves behind cannot be looked at: ${difference.message}`;
    default:
      return difference satisfies never;
  }
}

/** A table of text whose first column says what each row is. */
function markedTable(columns: readonly string[], rows: readonly (readonly [mark: string, row: Row])[]): string {
  const heads = ['', ...columns].map((name) => ({ name, type: 'text' }));
  const cells = rows.map(([mark, row]) => [mark, ...row.map(cellText)]);
  return textTable(heads, cells, { footer: false });
}

/** Says how many there are beyond those that are listed; the empty list when all are. */
function more(count: number, shown: number, what: string): string[] {
  return count > shown ? [`… and ${countText(count - shown, `more ${what}`)}.`] : [];
}

function comparedLists(expected: readonly string[], received: readonly string[]): string {
  const size = Math.max(expected.length, received.length);
  const rows = Array.from({ length: size }, (_, i) => [
    `column ${String(i + 1)}`,
    expected[i] ?? '',
    received[i] ?? '',
    expected[i] === received[i] ? '' : 'differs',
  ]);
  const heads = ['', 'expected', 'received', ''].map((name) => ({ name, type: 'text' }));
  return textTable(heads, rows, { footer: false });
}

function cellRows(columns: readonly string[], { expected, received, cells }: CellDifference): [string, Row][] {
  const where = cells.map((cell) => columns[cell] ?? '').join(', ');
  return [
    ['expected', [...expected, where]],
    ['received', [...received, where]],
  ];
}

function body(difference: Difference): string[] {
  switch (difference.kind) {
    case 'no-result':
      return [];
    case 'column-count':
    case 'column-order':
      return [`expected: ${difference.expected.join(', ')}`, `received: ${difference.received.join(', ')}`];
    case 'column-names':
      return [comparedLists(difference.expected, difference.received)];
    case 'column-types':
      return [
        comparedLists(
          difference.expected.map(({ name, type }) => `${name} ${type}`),
          // The names are known to be right when types are compared, or not to matter.
          difference.received.map(({ type }, i) => `${difference.expected[i]?.name ?? ''} ${type}`),
        ),
      ];
    case 'missing-rows':
    case 'extra-rows':
    case 'different-rows': {
      const { columns, missing, missingCount, extra, extraCount } = difference;
      return [
        markedTable(columns, [
          ...missing.map((row): [string, Row] => ['- missing', row]),
          ...extra.map((row): [string, Row] => ['+ not expected', row]),
        ]),
        ...more(missingCount, missing.length, 'missing row'),
        ...more(extraCount, extra.length, 'unexpected row'),
      ];
    }
    case 'different-cells':
      return [
        markedTable(
          [...difference.columns, 'differs in'],
          difference.rows.flatMap((row) => cellRows(difference.columns, row)),
        ),
        ...more(difference.count, difference.rows.length, 'row'),
      ];
    case 'row-order':
      return [
        markedTable(difference.columns, [
          ['expected', difference.expected],
          ['received', difference.received],
        ]),
      ];
    case 'different-value':
      return [`expected: ${difference.expected}`, `received: ${difference.received}`];
    case 'secret-value':
    case 'inspection-failed':
      return [];
    case 'different-text': {
      const { before, expected, expectedCount, received, receivedCount } = difference;
      return [
        ...before.map((line) => `  ${line}`.trimEnd()),
        ...expected.map((line) => `- ${line}`),
        ...more(expectedCount, expected.length, 'expected line'),
        ...received.map((line) => `+ ${line}`),
        ...more(receivedCount, received.length, 'received line'),
        '(- expected, + received)',
      ];
    }
    default:
      return difference satisfies never;
  }
}

/** The whole difference in plain text, for the terminal: the headline, and the rows or columns that show it. */
export function differenceText(difference: Difference): string {
  const headline = differenceHeadline(difference);
  const shown = body(difference);
  return shown.length === 0 ? headline : `${headline}\n\n${shown.join('\n')}`;
}
