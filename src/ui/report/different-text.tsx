import type { ReactNode } from 'react';
import type { Difference } from '../../core/check-report';
import { countText } from '../../core/count-text';
import { DifferenceTable, SideRow } from './difference-table';
import styles from './difference-table.module.css';

function Lines({ lines, count }: { readonly lines: readonly string[]; readonly count: number }): ReactNode {
  if (count === 0) return <span className={styles.more}>(nothing more)</span>;
  return (
    <>
      <pre className={styles.lines}>{lines.join('\n')}</pre>
      {count > lines.length && <p className={styles.more}>… and {countText(count - lines.length, 'more line')}.</p>}
    </>
  );
}

/** Two texts of several lines, from the first line on in which they differ. */
export function DifferentText({
  difference,
}: {
  readonly difference: Extract<Difference, { kind: 'different-text' }>;
}): ReactNode {
  const { line, before, expected, expectedCount, received, receivedCount } = difference;
  return (
    <DifferenceTable what="Part" columns={[`from line ${String(line)} on`]}>
      {before.length > 0 && (
        <tr>
          <th scope="row" className={styles.mark}>
            the same in both
          </th>
          <td>
            <Lines lines={before} count={before.length} />
          </td>
        </tr>
      )}
      <SideRow
        side="expected"
        sign="−"
        words="expected"
        cells={[<Lines key="expected" lines={expected} count={expectedCount} />]}
      />
      <SideRow
        side="received"
        sign="+"
        words="received"
        cells={[<Lines key="received" lines={received} count={receivedCount} />]}
      />
    </DifferenceTable>
  );
}
