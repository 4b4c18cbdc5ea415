import type { ReactNode } from 'react';
import type { Position } from '../../core/position';
import { characterWidth } from '../../core/text-width';
import styles from './code-frame.module.css';
import { ScrollRegion } from './scroll-region';

interface CodeFrameProps {
  readonly code: string;
  readonly at: Position;
}

/** As many spaces as the characters before the caret take columns. */
function indent(before: readonly string[]): string {
  return ' '.repeat(before.reduce((sum, character) => sum + Math.max(0, characterWidth(character)), 0));
}

/** The line of the reader's code that an error names, with a caret under the place. Nothing when there is no such line. */
export function CodeFrame({ code, at }: CodeFrameProps): ReactNode {
  const line = code.split(/\r?\n/)[at.line - 1];
  if (line === undefined) return null;
  // A tab would move the caret by what the browser makes of it.
  const characters = [...line.replaceAll('\t', ' ')];
  const number = String(at.line);
  return (
    <ScrollRegion label={`Line ${number} of your code`}>
      <pre className={styles.frame}>
        <span className={styles.gutter}>{number} | </span>
        {characters.join('')}
        {'\n'}
        <span aria-hidden="true">
          <span className={styles.gutter}>{' '.repeat(number.length)} | </span>
          {indent(characters.slice(0, at.column - 1))}
          <span className={styles.caret}>^</span>
        </span>
      </pre>
    </ScrollRegion>
  );
}
