import { type ReactNode, useState } from 'react';
import { countText, numberText } from '../../core/count-text';
import type { SentStatement } from '../../core/run-report';
import { Disclosure } from './disclosure';
import { MoreButton } from './more-button';
import { SentStatementView } from './sent-statement';
import styles from './sent-statements.module.css';

/** A loop can send thousands of statements; they are drawn a few at a time. */
const PAGE = 20;

/** The statements that a program sent to the database, with their parameters and results; folded at first. */
export function SentStatements({ statements }: { readonly statements: readonly SentStatement[] }): ReactNode {
  const [shown, setShown] = useState(PAGE);
  if (statements.length === 0) return null;
  const left = statements.length - shown;
  return (
    <Disclosure summary={`SQL that was sent (${numberText(statements.length)})`}>
      <ol className={styles.list}>
        {statements.slice(0, shown).map((statement, i) => (
          <li key={i} className={styles.statement}>
            <SentStatementView statement={statement} number={i + 1} />
          </li>
        ))}
      </ol>
      {left > 0 && (
        <MoreButton onClick={() => setShown(shown + PAGE)}>
          Show {numberText(Math.min(PAGE, left))} more of {countText(statements.length, 'statement')}
        </MoreButton>
      )}
    </Disclosure>
  );
}
