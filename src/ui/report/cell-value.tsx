import clsx from 'clsx';
import { type ReactNode, useState } from 'react';
import { countText, numberText } from '../../core/count-text';
import type { Cell } from '../../core/database';
import styles from './cell-value.module.css';
import { MoreButton } from './more-button';
import { VisuallyHidden } from './visually-hidden';

/** A longer text shows its first part, so that one value never fills the page. */
const LONG_TEXT = 240;

/** A shorter text stays on one line: a date is not broken at its hyphens; the table scrolls. */
const SHORT_TEXT = 20;

interface CellValueProps {
  readonly cell: Cell;
  /** Marks spaces at both ends: where values are compared, they may be the whole difference. */
  readonly showSpaces?: boolean;
}

/** Spaces at an end of a value, drawn as dots; what is copied stays the spaces themselves. */
function EndSpaces({ count, where }: { readonly count: number; readonly where: string }): ReactNode {
  if (count === 0) return null;
  return (
    <>
      <span className={styles.spaces} data-dots={'·'.repeat(count)} aria-hidden="true">
        {' '.repeat(count)}
      </span>
      <VisuallyHidden>{` (${countText(count, 'space')} ${where}) `}</VisuallyHidden>
    </>
  );
}

function LongText({ text }: { readonly text: string }): ReactNode {
  const [whole, setWhole] = useState(false);
  if (whole) return <span className={styles.text}>{text}</span>;
  return (
    <>
      <span className={styles.text}>{text.slice(0, LONG_TEXT)}…</span>{' '}
      <MoreButton onClick={() => setWhole(true)}>Show all {numberText(text.length)} characters</MoreButton>
    </>
  );
}

/** One value of a result. NULL, the empty string and the text 'NULL' each look, and read, different. */
export function CellValue({ cell, showSpaces = false }: CellValueProps): ReactNode {
  if (cell === null) {
    return (
      <span className={styles.null}>
        NULL<VisuallyHidden> (no value)</VisuallyHidden>
      </span>
    );
  }
  if (cell === '') {
    return (
      <span className={styles.empty}>
        <VisuallyHidden>empty string</VisuallyHidden>
      </span>
    );
  }
  if (cell.length > LONG_TEXT) return <LongText text={cell} />;
  const className = clsx(styles.text, cell.length <= SHORT_TEXT && styles.short);
  if (!showSpaces) return <span className={className}>{cell}</span>;
  const before = cell.length - cell.replace(/^ +/, '').length;
  const text = cell.slice(before).replace(/ +$/, '');
  return (
    <span className={className}>
      <EndSpaces count={before} where="before" />
      {text}
      <EndSpaces count={cell.length - before - text.length} where="after" />
    </span>
  );
}
