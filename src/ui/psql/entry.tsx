import {
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  type SyntheticEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { VisuallyHidden } from '../report/visually-hidden';
import { applyCompletion, withWord } from './apply-completion';
import type { ConsoleSession, ConsoleView } from './console-session';
import { HistorySearch } from './history-search';
import { keyAction } from './key-action';
import { lineAt, newer, older } from './line-history';
import styles from './psql.module.css';
import { SoftKey } from './soft-key';
import { CTRL_D } from './record-typing';

/** What the word before the cursor can become, for somebody to choose. */
interface Choice {
  readonly from: number;
  readonly cursor: number;
  readonly words: readonly string[];
}

/** More possibilities than this are only counted. */
const MOST_CHOICES = 40;

interface EntryProps {
  readonly session: ConsoleSession;
  readonly view: ConsoleView;
  readonly input: RefObject<HTMLInputElement | null>;
  /** Further tools behind the keys. */
  readonly children: ReactNode;
}

/** The line in which one types: an ordinary text field, with the keys of a terminal. */
export function Entry({ session, view, input, children }: EntryProps): ReactNode {
  const { phase, history } = view;
  const [value, setValue] = useState('');
  const [looking, setLooking] = useState<{ readonly at: number | null; readonly begun: string }>({
    at: null,
    begun: '',
  });
  const [isLetGo, setLetGo] = useState(false);
  const [choice, setChoice] = useState<Choice | null>(null);
  const [isSearching, setSearching] = useState(false);
  const cursorTo = useRef<number | null>(null);
  const firstTool = useRef<HTMLButtonElement>(null);
  const id = useId();
  const prompt = phase.kind === 'reading' ? phase.prompt : '';
  const isHidden = phase.kind === 'reading' && phase.hidden;

  useLayoutEffect(() => {
    if (cursorTo.current === null) return;
    input.current?.setSelectionRange(cursorTo.current, cursorTo.current);
    cursorTo.current = null;
  });

  function put(line: string, cursor = line.length): void {
    cursorTo.current = cursor;
    setValue(line);
    setChoice(null);
  }

  function submit(lines: readonly string[]): void {
    setValue('');
    setChoice(null);
    setLooking({ at: null, begun: '' });
    session.type(lines);
  }

  function look(step: typeof older): void {
    const next = step({ lines: history.lines, ...looking }, value);
    setLooking(next);
    put(lineAt(next));
  }

  /** @param leave what to do when there is nothing to complete */
  async function completeLine(leave: () => void): Promise<void> {
    const cursor = input.current?.selectionStart ?? value.length;
    const completions = await session.complete(value.slice(0, cursor));
    // Whoever typed on meanwhile wants something else.
    if (input.current?.value !== value) return;
    const completed = applyCompletion(value, cursor, completions);
    if (completed.kind === 'nothing') leave();
    else if (completed.kind === 'changed') put(completed.line, completed.cursor);
    else setChoice({ from: completed.from, cursor, words: completed.words });
  }

  function interrupt(): void {
    void session.interrupt(value);
    put('');
    setLooking({ at: null, begun: '' });
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    const { selectionStart, selectionEnd } = event.currentTarget;
    const action = keyAction(event, {
      head: value.slice(0, selectionStart ?? value.length),
      isEmpty: value === '',
      hasSelection: selectionStart !== selectionEnd || getSelection()?.isCollapsed === false,
      isLetGo,
      isListed: choice !== null,
      isHidden,
    });
    setLetGo(action === 'let-go' || (isLetGo && event.key === 'Shift'));
    if (action === null) return;
    event.preventDefault();
    switch (action) {
      case 'interrupt':
        interrupt();
        break;
      case 'end':
        submit([CTRL_D]);
        break;
      case 'delete-forward': {
        const at = selectionStart ?? value.length;
        put(value.slice(0, at) + value.slice(at + 1), at);
        break;
      }
      case 'clear':
        session.clear();
        break;
      case 'older':
        look(older);
        break;
      case 'newer':
        look(newer);
        break;
      case 'search':
        search();
        break;
      case 'complete':
        void completeLine(() => firstTool.current?.focus());
        break;
      case 'let-go':
        setChoice(null);
        break;
    }
  }

  function onPaste(event: ClipboardEvent<HTMLInputElement>): void {
    const text = event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n');
    if (!text.includes('\n')) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    const at = selectionStart ?? value.length;
    const lines = (value.slice(0, at) + text).split('\n');
    // What has no line's end yet stays in the input.
    const rest = lines.pop() ?? '';
    submit(lines);
    put(rest + value.slice(selectionEnd ?? at), rest.length);
  }

  function onSubmit(event: SyntheticEvent): void {
    event.preventDefault();
    submit([value]);
  }

  function insert(text: string): void {
    const start = input.current?.selectionStart ?? value.length;
    const end = input.current?.selectionEnd ?? start;
    put(value.slice(0, start) + text + value.slice(end), start + text.length);
    input.current?.focus();
  }

  function search(): void {
    setChoice(null);
    setSearching(true);
  }

  function endSearch(): void {
    setSearching(false);
    input.current?.focus();
  }

  return (
    <>
      <form className={styles.entry} onSubmit={onSubmit}>
        <label htmlFor={id} className={styles.label}>
          {prompt === '' ? (
            <>
              <span aria-hidden="true">…</span>
              <VisuallyHidden>psql is working. What you type waits.</VisuallyHidden>
            </>
          ) : (
            prompt
          )}
        </label>
        <input
          ref={input}
          id={id}
          className={styles.input}
          type={isHidden ? 'password' : 'text'}
          value={value}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="send"
          onChange={(event) => {
            setValue(event.target.value);
            setChoice(null);
          }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => {
            setLetGo(false);
          }}
        />
      </form>
      {choice && (
        <ul className={styles.choices} aria-label="What it can become">
          {choice.words.slice(0, MOST_CHOICES).map((word) => (
            <li key={word}>
              <button
                type="button"
                className={styles.choice}
                onClick={() => {
                  const { line, cursor } = withWord(value, choice.cursor, choice.from, word);
                  put(line, cursor);
                  input.current?.focus();
                }}
              >
                {word}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.choiceStatus} role="status">
        {choice &&
          `${String(choice.words.length)} possibilities${choice.words.length > MOST_CHOICES ? `, the first ${String(MOST_CHOICES)} above` : ''}. Tab goes to them.`}
      </p>
      {isSearching && (
        <HistorySearch
          history={history}
          onTake={(line) => {
            put(line);
            endSearch();
          }}
          onClose={endSearch}
        />
      )}
      <div className={styles.tools}>
        <button ref={firstTool} type="button" className={styles.tool} onClick={interrupt}>
          Ctrl-C
        </button>
        <span className={styles.keys} role="group" aria-label="Keys">
          <SoftKey
            name={'⇥'}
            label="Tab: complete the word"
            onPress={() => {
              void completeLine(() => undefined);
            }}
          />
          <SoftKey
            name={'↑'}
            label="The line before"
            onPress={() => {
              look(older);
            }}
          />
          <SoftKey
            name={'↓'}
            label="The line after"
            onPress={() => {
              look(newer);
            }}
          />
          <SoftKey
            name={'\\'}
            label="Backslash"
            onPress={() => {
              insert('\\');
            }}
          />
          <SoftKey
            name={';'}
            label="Semicolon"
            onPress={() => {
              insert(';');
            }}
          />
          <SoftKey
            name={'Ctrl-D'}
            label="Ctrl-D: end of input"
            onPress={() => {
              submit([CTRL_D]);
            }}
          />
        </span>
        <button type="button" className={styles.tool} disabled={history.lines.length === 0} onClick={search}>
          History
        </button>
        {children}
      </div>
    </>
  );
}
