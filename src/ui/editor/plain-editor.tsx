import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { EditorDescription } from './editor-description';
import type { CodeEditorProps } from './editor-props';
import styles from './editor.module.css';
import { HighlightedCode } from './highlighted-code';
import { indentAfter } from './python-indent';
import { offsetOf } from './text-position';

/** An ordinary text area with the highlighted code behind it: for touch screens, and for whoever prefers it. */
export function PlainEditor(props: Omit<CodeEditorProps, 'files'>): ReactNode {
  const { language, value, label, onChange, onRun, marks } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const description = useId();
  // Only where the reader clicked first counts; later values must not move the caret.
  const [start] = useState(() => props.focusAt && offsetOf(value, props.focusAt));

  useEffect(() => {
    if (start === null) return;
    area.current?.focus({ preventScroll: true });
    area.current?.setSelectionRange(start, start);
  }, [start]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      onRun();
    } else if (language === 'python' && !event.shiftKey && !event.nativeEvent.isComposing && area.current) {
      const before = value.slice(0, area.current.selectionStart);
      event.preventDefault();
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- no other way to put text in keeps the reader's undo
      document.execCommand('insertText', false, `\n${indentAfter(before.slice(before.lastIndexOf('\n') + 1))}`);
    }
  }

  return (
    <div className={styles['frame']} data-editor="plain">
      <div className={styles['page']}>
        <div className={styles['sheet']}>
          <div className={styles['backdrop']} aria-hidden="true">
            <HighlightedCode language={language} code={value} markedLines={new Set(marks.map(({ line }) => line))} />
          </div>
          <textarea
            ref={area}
            className={styles['area']}
            value={value}
            wrap="off"
            rows={1}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            autoCorrect="off"
            aria-label={label}
            aria-describedby={description}
            aria-invalid={marks.length > 0}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={onKeyDown}
          />
        </div>
      </div>
      <EditorDescription id={description} keys="Control Enter runs the code." marks={marks} />
    </div>
  );
}
