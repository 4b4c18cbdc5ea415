import clsx from 'clsx';
import type { ReactNode } from 'react';
import styles from './difference-table.module.css';
import { ScrollRegion } from './scroll-region';
import { VisuallyHidden } from './visually-hidden';

/** Which side a row or value belongs to. */
export type Side = 'expected' | 'received';

interface DifferenceTableProps {
  /** What the first column says, for those who listen. */
  readonly what: string;
  readonly columns: readonly string[];
  /** Rows of the table, each a {@link SideRow} or a plain one. */
  readonly children: ReactNode;
}

/** A small table whose first column says what each row is. */
export function DifferenceTable({ what, columns, children }: DifferenceTableProps): ReactNode {
  return (
    <ScrollRegion label={`${what}: ${columns.join(', ')}`}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>{what}</VisuallyHidden>
            </th>
            {columns.map((name, i) => (
              <th key={i} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ScrollRegion>
  );
}

interface SideRowProps {
  readonly side: Side;
  /** A sign for the eye; the words say the same. */
  readonly sign?: string;
  readonly words: string;
  readonly cells: readonly ReactNode[];
}

/** A row that belongs to one side as a whole. */
export function SideRow({ side, sign = '', words, cells }: SideRowProps): ReactNode {
  return (
    <tr>
      <th scope="row" className={clsx(styles.mark, styles[side])}>
        {sign !== '' && <span aria-hidden="true">{sign} </span>}
        {words}
      </th>
      {cells.map((cell, i) => (
        <td key={i} className={styles[side]}>
          {cell}
        </td>
      ))}
    </tr>
  );
}
