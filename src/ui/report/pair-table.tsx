import type { ReactNode } from 'react';
import styles from './difference-table.module.css';
import { DifferenceTable } from './difference-table';

interface PairTableProps {
  /** What is compared: "name", "type". */
  readonly what: string;
  readonly expected: readonly string[];
  readonly received: readonly string[];
  /** What the columns are called, when something else than their names is compared. */
  readonly names?: readonly string[];
}

/** Something of each column, expected and received side by side; a word says which differ. */
export function PairTable({ what, expected, received, names = [] }: PairTableProps): ReactNode {
  return (
    <DifferenceTable what="Column" columns={[`expected ${what}`, `received ${what}`, 'same?']}>
      {expected.map((value, i) => {
        const other = received[i] ?? '';
        const same = value === other;
        const name = names[i];
        return (
          <tr key={i}>
            <th scope="row" className={styles.mark}>
              {name ?? `column ${String(i + 1)}`}
            </th>
            <td className={same ? undefined : styles.expected}>{value}</td>
            <td className={same ? undefined : styles.received}>{other}</td>
            <td className={styles.mark}>{same ? 'yes' : 'differs'}</td>
          </tr>
        );
      })}
    </DifferenceTable>
  );
}
