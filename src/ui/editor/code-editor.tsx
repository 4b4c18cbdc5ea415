import {
  useCallback,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  useSyncExternalStore,
  type ComponentType,
  type ReactNode,
} from 'react';
import {
  chooseEditor,
  currentCircumstances,
  readEditorPreference,
  subscribeToEditorPreference,
} from './editor-preference';
import type { CodeEditorProps, EditorPosition } from './editor-props';
import { EditorSwitch } from './editor-switch';
import { FailureBoundary } from './failure-boundary';
import { loadMonaco } from './load-monaco';
import { PlainEditor } from './plain-editor';
import { positionOf } from './text-position';

export type { CodeEditorProps } from './editor-props';

/** Monaco once it is there; until then, and where it is not wanted or cannot be had, the plain editor stands in. */
type Stage =
  { kind: 'plain' } | { kind: 'monaco'; Editor: ComponentType<CodeEditorProps>; focusAt: EditorPosition | null };

/**
 * The code editor. The reader can type from the first moment, in a text area; when Monaco has been fetched it takes the
 * text and the caret over.
 */
export function CodeEditor(props: CodeEditorProps): ReactNode {
  const { language } = props;
  const wanted = useSyncExternalStore(
    subscribeToEditorPreference,
    () => chooseEditor(readEditorPreference(), currentCircumstances()),
    () => 'plain' as const,
  );
  const container = useRef<HTMLDivElement>(null);
  const isComposing = useRef(false);
  const waiting = useRef<(() => void) | null>(null);
  const [stage, setStage] = useState<Stage>({ kind: 'plain' });
  const [firstFocus, setFirstFocus] = useState(props.focusAt);

  const fallBack = useCallback(() => setStage({ kind: 'plain' }), []);

  const handOver = useEffectEvent((Editor: ComponentType<CodeEditorProps>) => {
    const area = container.current?.querySelector('textarea');
    const focusAt = area && document.activeElement === area ? positionOf(area.value, area.selectionStart) : null;
    setFirstFocus(null);
    setStage({ kind: 'monaco', Editor, focusAt });
  });

  useEffect(() => {
    if (wanted === 'plain') return;
    let isCurrent = true;
    loadMonaco(language).then(
      (Editor) => {
        const take = (): void => {
          if (isCurrent) handOver(Editor);
        };
        // In the middle of a composed character the text area must stay.
        if (isComposing.current) waiting.current = take;
        else take();
      },
      (error: unknown) => console.warn('The full editor could not be loaded; the plain one stays.', error),
    );
    return () => {
      isCurrent = false;
      waiting.current = null;
      fallBack();
    };
  }, [wanted, language, fallBack]);

  function endComposition(): void {
    isComposing.current = false;
    // After the event: the text of the composition is reported by the input event that follows it.
    setTimeout(() => {
      if (isComposing.current) return;
      waiting.current?.();
      waiting.current = null;
    });
  }

  return (
    <div
      ref={container}
      onCompositionStart={() => {
        isComposing.current = true;
      }}
      onCompositionEnd={endComposition}
    >
      {stage.kind === 'monaco' ? (
        <FailureBoundary onFailure={fallBack}>
          <stage.Editor {...props} focusAt={stage.focusAt} />
        </FailureBoundary>
      ) : (
        <PlainEditor {...props} focusAt={firstFocus} />
      )}
      <EditorSwitch current={wanted} />
    </div>
  );
}
