import clsx from 'clsx';
import { type ReactNode, useState } from 'react';
import { countText, numberText } from '../../core/count-text';
import type { StatementResult } from '../../core/database';
import { isRightAligned } from '../../core/text-table';
import { CellValue } from './cell-value';
import { MoreButton } from './more-button';
import styles from './result-table.module.css';
import { ScrollRegion } from './scroll-region';
import { VisuallyHidden } from './visually-hidden';

/** How many rows are drawn at first, and how many more each click adds. */
const PAGE = 100;

type RowsResult = Extract<StatementResult, { kind: 'rows' }>;

interface ResultTableProps {
  readonly result: RowsResult;
  /** What a screen reader calls the table; give one where several stand on a page. */
  readonly label?: string | undefined;
}

function Header({ columns }: Pick<RowsResult, 'columns'>): ReactNode {
  return (
    <thead>
      <tr>
        {columns.map((column, i) => (
          // Two columns may have the same name; their place is all that tells them apart.
          <th key={i} scope="col" className={clsx(isRightAligned(column) && styles.number)}>
            <span className={styles.name}>{column.name}</span>
            <VisuallyHidden>, type </VisuallyHidden>
            <span className={styles.type}>{column.type}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function CutNotice({ rows, rowCount }: Pick<RowsResult, 'rows' | 'rowCount'>): ReactNode {
  if (rowCount <= rows.length) return null;
  return (
    <p className={styles.notice}>
      Showing the first {numberText(rows.length)} of {numberText(rowCount)} rows: the page keeps no more than that. Add
      a <code>WHERE</code> or <code>LIMIT</code> clause to see others.
    </p>
  );
}

/** The rows that a statement gave, as a table: at first {@link PAGE} of them, more on demand. */
export function ResultTable({ result, label }: ResultTableProps): ReactNode {
  const { columns, rows, rowCount, tag } = result;
  const [shown, setShown] = useState(PAGE);
  const left = rows.length - shown;
  const names = columns.map((column) => column.name).join(', ');
  return (
    <div className={styles.result}>
      <CutNotice rows={rows} rowCount={rowCount} />
      {columns.length > 0 && (
        <ScrollRegion role="region" label={label ?? `Result: ${countText(rowCount, 'row')} of ${names}`}>
          <table className={styles.table}>
            <Header columns={columns} />
            <tbody>
              {rows.slice(0, shown).map((row, n) => (
                <tr key={n}>
                  {columns.map((column, i) => (
                    <td key={i} className={clsx(isRightAligned(column) && styles.number)}>
                      <div className={styles.value}>
                        <CellValue cell={row[i] ?? null} />
                      </div>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <p className={styles.footer}>
        {left > 0 && (
          <MoreButton onClick={() => setShown(shown + PAGE)}>Show {numberText(Math.min(PAGE, left))} more</MoreButton>
        )}
        <span>
          <code className={styles.tag}>{tag}</code> · {left > 0 && `${numberText(shown)} of `}
          {countText(rowCount, 'row')}
          {columns.length === 0 && ', no columns'}
        </span>
      </p>
    </div>
  );
}
