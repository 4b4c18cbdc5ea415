import { usePrismTheme } from '@docusaurus/theme-common';
import type { IRange } from 'monaco-editor/editor';
import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { FILE_EXTENSION } from '../../core/language';
import { computedTheme } from './computed-theme';
import { EchoGuard } from './echo-guard';
import { EditorDescription } from './editor-description';
import { editorHeight, editorMetrics } from './editor-metrics';
import type { CodeEditorProps, EditorMark } from './editor-props';
import styles from './editor.module.css';
import { editor, KeyCode, KeyMod, MarkerSeverity, Uri } from './monaco-core';
import { monacoThemeOf } from './monaco-theme';
import { bringTypesFor } from './bring-types';

const marksOwner = 'last-run';
const themeName = 'layer-by-layer';

/** Monaco, as high as its code. TypeScript must have been enabled before the first editor of that language. */
export function MonacoEditor(props: CodeEditorProps): ReactNode {
  const { language, value, label, marks, files } = props;
  const host = useRef<HTMLDivElement>(null);
  const description = useId();
  const [instance, setInstance] = useState<editor.IStandaloneCodeEditor | null>(null);
  // Each editor has a folder of its own, where the exercise's further modules lie beside the reader's.
  const folder = `file:///snippet-${useId()}/`;
  const prismTheme = usePrismTheme();

  const createEditor = useEffectEvent((element: HTMLElement) => {
    const siblings = language === 'typescript' ? createSiblings(folder, files) : [];
    const model = editor.createModel(
      value,
      language === 'sql' || language === 'psql' ? 'pgsql' : language,
      Uri.parse(`${folder}answer.${FILE_EXTENSION[language]}`),
    );
    model.updateOptions({ tabSize: language === 'python' ? 4 : 2 });
    // Lines end the same way everywhere, so that what a reader stores does not depend on their system.
    model.setEOL(editor.EndOfLineSequence.LF);
    element.style.height = `${editorHeight(model.getLineCount() * editorMetrics.lineHeight + 2 * editorMetrics.padding)}px`;
    const created = editor.create(element, { ...options, model, ariaLabel: label });
    created.onDidContentSizeChange(({ contentHeight, contentHeightChanged }) => {
      if (contentHeightChanged) element.style.height = `${editorHeight(contentHeight)}px`;
    });
    return {
      created,
      dispose: () => {
        created.dispose();
        for (const each of [model, ...siblings]) each.dispose();
      },
    };
  });
  const [echoes] = useState(() => new EchoGuard());
  const isReplacing = useRef(false);
  const report = useEffectEvent((text: string) => {
    // What came from outside is not something that the reader wrote.
    if (isReplacing.current) return;
    echoes.reported(text);
    props.onChange(text);
  });
  const run = useEffectEvent(() => props.onRun());
  const focus = useEffectEvent((created: editor.IStandaloneCodeEditor) => {
    if (props.focusAt === null) return;
    created.setPosition({ lineNumber: props.focusAt.line, column: props.focusAt.column });
    created.revealPosition({ lineNumber: props.focusAt.line, column: props.focusAt.column });
    created.focus();
  });
  const applyTheme = useEffectEvent(() => {
    const isDark = document.documentElement.dataset['theme'] === 'dark';
    editor.defineTheme(themeName, monacoThemeOf(computedTheme(prismTheme, document.body), isDark));
    editor.setTheme(themeName);
  });

  useLayoutEffect(() => {
    if (host.current === null) return;
    applyTheme();
    const { created, dispose } = createEditor(host.current);
    created.onDidChangeModelContent(() => report(created.getValue()));
    created.addAction({
      id: 'run',
      label: 'Run',
      keybindings: [KeyMod.CtrlCmd | KeyCode.Enter],
      run: () => run(),
    });
    if (language === 'typescript') {
      // Names of tables and columns stand in strings, and Monaco's TypeScript offers nothing when one is begun.
      created.onDidChangeModelContent(({ changes }) => {
        // Monaco closes a quote as soon as it is opened; the caret goes between the two after this event.
        if (!changes.some(({ text }) => /^(['"`])\1$/.test(text))) return;
        setTimeout(() => created.trigger('quote', 'editor.action.triggerSuggest', { auto: true }));
      });
    }
    // Without this the first frame would be empty.
    created.render(true);
    focus(created);
    setInstance(created);
    return () => {
      setInstance(null);
      dispose();
    };
  }, [language, folder]);

  useEffect(() => {
    applyTheme();
    // The attribute, and not React's state, which is ahead of it: colours are read from the page.
    const observer = new MutationObserver(() => applyTheme());
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => observer.disconnect();
  }, [prismTheme]);

  useEffect(() => {
    // What the reader typed is already there; only a value from outside, such as a reset, is news.
    const model = instance?.getModel();
    if (!instance || !model || echoes.isEcho(value) || model.getValue() === value) return;
    instance.pushUndoStop();
    isReplacing.current = true;
    instance.executeEdits('outside', [{ range: model.getFullModelRange(), text: value }]);
    isReplacing.current = false;
    instance.pushUndoStop();
  }, [instance, value, echoes]);

  useEffect(() => {
    if (language !== 'typescript') return;
    for (const [name, source] of Object.entries(files)) {
      const model = editor.getModel(siblingUri(folder, name));
      if (model !== null && model.getValue() !== source) model.setValue(source);
    }
  }, [language, folder, files]);

  useEffect(() => {
    if (language === 'typescript') void bringTypesFor([value, ...Object.values(files)]);
  }, [language, value, files]);

  useEffect(() => {
    instance?.updateOptions({ ariaLabel: label });
  }, [instance, label]);

  useEffect(() => {
    const model = instance?.getModel();
    if (!instance || !model) return;
    editor.setModelMarkers(
      model,
      marksOwner,
      marks.map((mark) => markerOf(model, mark)),
    );
    const gutter = instance.createDecorationsCollection(
      marks.map((mark) => ({
        range: lineRange(model, mark),
        options: { isWholeLine: true, linesDecorationsClassName: styles['markedGutter'] ?? '' },
      })),
    );
    return () => gutter.clear();
  }, [instance, marks]);

  useEffect(() => {
    const input = instance?.getDomNode()?.querySelector('.inputarea, .native-edit-context');
    input?.setAttribute('aria-describedby', description);
    input?.setAttribute('aria-invalid', String(marks.length > 0));
  }, [instance, description, marks]);

  const isApple = /Mac|iP(hone|ad|od)/.test(navigator.userAgent);
  return (
    <div className={styles['frame']} data-editor="monaco">
      <div ref={host} className={styles['monaco']} />
      <EditorDescription
        id={description}
        keys={
          `${isApple ? 'Command' : 'Control'} Enter runs the code. F8 goes to the next problem. ` +
          `Tab leaves the editor; ${isApple ? 'Control Shift M' : 'Control M'} makes it indent instead.`
        }
        marks={marks}
      />
    </div>
  );
}

const options: editor.IStandaloneEditorConstructionOptions = {
  theme: themeName,
  automaticLayout: true,
  fixedOverflowWidgets: true,
  fontFamily: 'var(--lbl-font-mono, var(--ifm-font-family-monospace))',
  fontSize: editorMetrics.fontSize,
  lineHeight: editorMetrics.lineHeight,
  fontLigatures: false,
  padding: { top: editorMetrics.padding, bottom: editorMetrics.padding },
  lineNumbersMinChars: editorMetrics.lineNumberDigits,
  lineDecorationsWidth: editorMetrics.gutterGap,
  glyphMargin: false,
  folding: false,
  minimap: { enabled: false },
  wordWrap: 'off',
  detectIndentation: false,
  scrollBeyondLastLine: false,
  scrollBeyondLastColumn: 2,
  scrollbar: { alwaysConsumeMouseWheel: false, useShadows: false },
  overviewRulerLanes: 0,
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  renderLineHighlight: 'none',
  guides: { indentation: false },
  renderFinalNewline: 'on',
  stickyScroll: { enabled: false },
  links: false,
  colorDecorators: false,
  contextmenu: false,
  occurrencesHighlight: 'off',
  // Words of the same text are no help in a few lines, and Enter would take one by surprise.
  wordBasedSuggestions: 'off',
  acceptSuggestionOnEnter: 'smart',
  quickSuggestions: { other: true, strings: true, comments: false },
  'semanticHighlighting.enabled': false,
};

/** Where the language service looks for a module: `./db` beside the reader's code, `athleticu` among the packages. */
function siblingUri(folder: string, name: string): Uri {
  const path = name.startsWith('./') ? `${name.slice(2)}.ts` : `node_modules/${name}/index.ts`;
  return Uri.parse(folder + path);
}

/** Models of the exercise's own modules; made before the reader's, so that its imports resolve at once. */
function createSiblings(folder: string, files: CodeEditorProps['files']): editor.ITextModel[] {
  return Object.entries(files).map(([name, source]) =>
    editor.createModel(source, 'typescript', siblingUri(folder, name)),
  );
}

function lineRange(model: editor.ITextModel, { line }: EditorMark): IRange {
  const lineNumber = Math.min(Math.max(line, 1), model.getLineCount());
  return {
    startLineNumber: lineNumber,
    startColumn: 1,
    endLineNumber: lineNumber,
    endColumn: model.getLineMaxColumn(lineNumber),
  };
}

/** The word that the mark points at, or else the rest of its line. */
function markerOf(model: editor.ITextModel, mark: EditorMark): editor.IMarkerData {
  const line = lineRange(model, mark);
  const column = Math.min(Math.max(mark.column, 1), Math.max(line.endColumn - 1, 1));
  const word = model.getWordAtPosition({ lineNumber: line.startLineNumber, column });
  return {
    ...line,
    startColumn: word?.startColumn ?? column,
    endColumn: word?.endColumn ?? line.endColumn,
    message: mark.message,
    severity: MarkerSeverity.Error,
  };
}
