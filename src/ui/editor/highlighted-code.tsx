import { usePrismTheme } from '@docusaurus/theme-common';
import clsx from 'clsx';
import { Highlight } from 'prism-react-renderer';
import type { ReactNode } from 'react';
import type { EditorLanguage } from './editor-props';
import styles from './editor.module.css';

interface HighlightedCodeProps {
  language: EditorLanguage;
  code: string;
  /** Lines to draw attention to, counted from 1. */
  markedLines: ReadonlySet<number>;
}

/** Numbered, highlighted code, of the size that the editors give it. */
export function HighlightedCode({ language, code, markedLines }: HighlightedCodeProps): ReactNode {
  const theme = usePrismTheme();
  return (
    <Highlight code={code} language={language === 'psql' ? 'sql' : language} theme={theme}>
      {({ tokens, getTokenProps }) => (
        <div className={styles['lines']} style={{ color: theme.plain.color }}>
          {tokens.map((line, index) => (
            <div
              key={index}
              data-line={index + 1}
              className={clsx(styles['line'], markedLines.has(index + 1) && styles['marked'])}
            >
              {line.map((token, position) => {
                // Prism writes an empty line as a newline, which would make it two lines high.
                const { children, ...props } = getTokenProps({ token });
                return (
                  <span key={position} {...props}>
                    {token.empty === true ? '' : children}
                  </span>
                );
              })}
            </div>
          ))}
        </div>
      )}
    </Highlight>
  );
}
