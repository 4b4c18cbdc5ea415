import type { Language } from '../../core/language';

/** A place in the code that the last run complained about; line and column count from 1. */
export interface EditorMark {
  line: number;
  column: number;
  message: string;
}

export type EditorLanguage = Language;

/** What every editor of the course takes, whichever one is shown. */
export interface CodeEditorProps {
  language: EditorLanguage;
  value: string;
  /** The accessible name. */
  label: string;
  /** Called on every change. */
  onChange(value: string): void;
  /** Called on Ctrl+Enter, or Command+Enter. */
  onRun(): void;
  /** Errors of the last run, shown where they are. */
  marks: readonly EditorMark[];
  /** TypeScript only: the modules that the code may import, such as `./db`, with their source. */
  files: Readonly<Record<string, string>>;
  /** Where the reader clicked: the editor takes the focus there when it appears. */
  focusAt: EditorPosition | null;
}

/** A place in the text; line and column count from 1. */
export interface EditorPosition {
  line: number;
  column: number;
}
