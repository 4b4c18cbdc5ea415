import { lazy, type MouseEvent, type ReactNode, Suspense, useState } from 'react';
import type { Language } from '../../core/language';
import { positionAt } from '../../core/position';
import type { EditorMark, EditorPosition } from '../editor/editor-props';
import { StaticCode } from '../editor/static-code';
import { loadWorkbench } from '../workbench/load-workbench';

interface CodeAreaProps {
  readonly language: Language;
  readonly code: string;
  readonly label: string;
  readonly marks: readonly EditorMark[];
  readonly editing: boolean;
  readonly onEdit: () => void;
  readonly onChange: (code: string) => void;
  readonly onRun: () => void;
}

/** The editor with what its language needs, fetched when somebody wants to write. */
const Editor = lazy(async () => {
  const [{ CodeEditor }, { filesFor }] = await Promise.all([import('../editor/code-editor'), loadWorkbench()]);
  const files = { sql: {}, psql: {}, python: {}, typescript: await filesFor('typescript') };
  return {
    default: (props: Omit<Parameters<typeof CodeEditor>[0], 'files'>) => (
      <CodeEditor {...props} files={files[props.language]} />
    ),
  };
});

/** Where in the code a click landed. */
function clickedPosition(event: MouseEvent<HTMLElement>, code: string): EditorPosition {
  const lines = [...event.currentTarget.querySelectorAll('[data-line]')];
  const line = lines.findIndex((element) => event.clientY <= element.getBoundingClientRect().bottom);
  const element = lines[line];
  const end = positionAt(code, code.length);
  if (!element) return end;
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let column = 1;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    for (let i = 0; i < length; i++) {
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const box = range.getBoundingClientRect();
      if (event.clientX < (box.left + box.right) / 2) return { line: line + 1, column };
      column++;
    }
  }
  return { line: line + 1, column };
}

/** Code that can be read at once, and written in once somebody clicks into it. */
export function CodeArea(props: CodeAreaProps): ReactNode {
  const { language, code, label, marks, editing, onEdit, onChange, onRun } = props;
  const [focusAt, setFocusAt] = useState<EditorPosition | null>(null);
  const still = (
    <StaticCode
      language={language}
      code={code}
      label={label}
      markedLines={new Set(marks.map(({ line }) => line))}
      onClick={(event) => {
        // Selecting code to copy it is not a wish to change it.
        if (editing || getSelection()?.isCollapsed === false) return;
        setFocusAt(clickedPosition(event, code));
        onEdit();
      }}
    />
  );
  if (!editing) return still;
  return (
    <Suspense fallback={still}>
      <Editor
        language={language}
        value={code}
        label={label}
        marks={marks}
        onChange={onChange}
        onRun={onRun}
        focusAt={focusAt ?? { line: 1, column: 1 }}
      />
    </Suspense>
  );
}
