import type { ReactNode } from 'react';
import type { Difference } from '../../core/check-report';
import { countText } from '../../core/count-text';
import type { Row } from '../../core/database';
import { differenceHeadline, namesWithout } from '../../core/difference-text';
import { CellValue } from './cell-value';
import { DifferenceTable, SideRow } from './difference-table';
import styles from './difference-table.module.css';
import { DifferentCells } from './different-cells';
import { DifferentText } from './different-text';
import { PairTable } from './pair-table';

interface DifferenceViewProps {
  readonly difference: Difference;
}

function values(row: Row): ReactNode[] {
  return row.map((cell, i) => <CellValue key={i} cell={cell} showSpaces />);
}

function More({ count, shown, what }: { readonly count: number; readonly shown: number; readonly what: string }) {
  return count > shown ? <p className={styles.more}>… and {countText(count - shown, `more ${what}`)}.</p> : null;
}

function MissingAndExtra({ difference }: { readonly difference: Extract<Difference, { missing: unknown }> }) {
  const { columns, missing, missingCount, extra, extraCount } = difference;
  return (
    <>
      <DifferenceTable what="What differs" columns={columns}>
        {missing.map((row, i) => (
          <SideRow key={`missing ${String(i)}`} side="expected" sign="−" words="missing" cells={values(row)} />
        ))}
        {extra.map((row, i) => (
          <SideRow key={`extra ${String(i)}`} side="received" sign="+" words="not expected" cells={values(row)} />
        ))}
      </DifferenceTable>
      <More count={missingCount} shown={missing.length} what="missing row" />
      <More count={extraCount} shown={extra.length} what="unexpected row" />
    </>
  );
}

/** Two lists of column names, each name that the other side lacks marked by a word. */
function ColumnLists({
  expected,
  received,
}: {
  readonly expected: readonly string[];
  readonly received: readonly string[];
}) {
  const missing = namesWithout(expected, received);
  const extra = namesWithout(received, expected);
  const size = Math.max(expected.length, received.length);
  const places = Array.from({ length: size }, (_, i) => `column ${String(i + 1)}`);
  const cells = (names: readonly string[], marked: readonly string[], word: string): ReactNode[] =>
    places.map((_, i) => {
      const name = names[i];
      if (name === undefined) return null;
      return (
        <>
          {name}
          {marked.includes(name) && <span className={styles.mark}> ({word})</span>}
        </>
      );
    });
  return (
    <DifferenceTable what="Columns" columns={places}>
      <SideRow side="expected" words="expected" cells={cells(expected, missing, 'missing')} />
      <SideRow side="received" words="received" cells={cells(received, extra, 'not expected')} />
    </DifferenceTable>
  );
}

function Shown({ difference }: DifferenceViewProps): ReactNode {
  switch (difference.kind) {
    case 'no-result':
    case 'secret-value':
    case 'inspection-failed':
      return null;
    case 'column-count':
    case 'column-order':
      return <ColumnLists expected={difference.expected} received={difference.received} />;
    case 'column-names':
      return <PairTable what="name" expected={difference.expected} received={difference.received} />;
    case 'column-types':
      return (
        <PairTable
          what="type"
          names={difference.expected.map(({ name }) => name)}
          expected={difference.expected.map(({ type }) => type)}
          received={difference.received.map(({ type }) => type)}
        />
      );
    case 'missing-rows':
    case 'extra-rows':
    case 'different-rows':
      return <MissingAndExtra difference={difference} />;
    case 'different-cells':
      return (
        <>
          <DifferentCells columns={difference.columns} rows={difference.rows} />
          <More count={difference.count} shown={difference.rows.length} what="row" />
        </>
      );
    case 'row-order':
      return (
        <DifferenceTable what={`Row ${String(difference.row)}`} columns={difference.columns}>
          <SideRow
            side="expected"
            words={`row ${String(difference.row)} should be`}
            cells={values(difference.expected)}
          />
          <SideRow side="received" words="but is" cells={values(difference.received)} />
        </DifferenceTable>
      );
    case 'different-value': {
      const text = (value: string): ReactNode => <pre className={styles.pre}>{value}</pre>;
      return (
        <DifferenceTable what="Value" columns={['value']}>
          <SideRow side="expected" words="expected" cells={[text(difference.expected)]} />
          <SideRow side="received" words="received" cells={[text(difference.received)]} />
        </DifferenceTable>
      );
    }
    case 'different-text':
      return <DifferentText difference={difference} />;
    default:
      return difference satisfies never;
  }
}

/** How the answer's result differs from the expected one: a sentence, and a small table that shows it. */
export function DifferenceView({ difference }: DifferenceViewProps): ReactNode {
  return (
    <div>
      <p className={styles.headline}>{differenceHeadline(difference)}</p>
      <Shown difference={difference} />
    </div>
  );
}
