import type { ReactNode } from 'react';
import { numberText } from '../../core/count-text';
import type { SentStatement } from '../../core/run-report';
import { Banner } from './banner';

function headline(statements: readonly SentStatement[]): string {
  const failed = statements.flatMap(({ result }, i) => (result.kind === 'error' ? [i + 1] : []));
  const all = numberText(statements.length);
  if (statements.length === 1) return 'PostgreSQL refused the statement.';
  const [first = 0] = failed;
  return failed.length === 1
    ? `PostgreSQL refused statement ${numberText(first)} of ${all}.`
    : `PostgreSQL refused ${numberText(failed.length)} of ${all} statements, number ${numberText(first)} first.`;
}

/** Which statements of a script failed; the errors themselves stand with the statements. */
export function SqlScriptOutcome({ statements }: { readonly statements: readonly SentStatement[] }): ReactNode {
  return <Banner tone="bad" headline={headline(statements)} />;
}
