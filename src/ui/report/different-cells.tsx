import type { ReactNode } from 'react';
import type { CellDifference } from '../../core/check-report';
import type { Cell } from '../../core/database';
import { CellValue } from './cell-value';
import styles from './difference-table.module.css';
import { DifferenceTable } from './difference-table';
import { VisuallyHidden } from './visually-hidden';

function Both({ expected, received }: { readonly expected: Cell; readonly received: Cell }): ReactNode {
  return (
    <td className={styles.differs}>
      <div className={`${styles.side ?? ''} ${styles.expected ?? ''}`}>
        <span className={styles.mark}>expected </span>
        <CellValue cell={expected} showSpaces />
      </div>
      <div className={`${styles.side ?? ''} ${styles.received ?? ''}`}>
        <span className={styles.mark}>received </span>
        <CellValue cell={received} showSpaces />
      </div>
    </td>
  );
}

interface DifferentCellsProps {
  readonly columns: readonly string[];
  readonly rows: readonly CellDifference[];
}

/** Rows in which some cells differ: those show both values, the others the one that they share. */
export function DifferentCells({ columns, rows }: DifferentCellsProps): ReactNode {
  return (
    <DifferenceTable what="Rows that differ" columns={columns}>
      {rows.map(({ expected, received, cells }, n) => (
        <tr key={n}>
          <th scope="row" className={styles.mark}>
            {cells.length === 1 ? '1 value differs' : `${String(cells.length)} values differ`}
            <VisuallyHidden>: {cells.map((cell) => columns[cell] ?? '').join(', ')}</VisuallyHidden>
          </th>
          {columns.map((_, i) =>
            cells.includes(i) ? (
              <Both key={i} expected={expected[i] ?? null} received={received[i] ?? null} />
            ) : (
              <td key={i}>
                <CellValue cell={expected[i] ?? null} />
              </td>
            ),
          )}
        </tr>
      ))}
    </DifferenceTable>
  );
}
