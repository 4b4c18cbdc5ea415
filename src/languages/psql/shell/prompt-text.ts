import type { PromptState } from '../scan/sql-scanner';
import { characterWidth } from '../../../core/text-width';
import type { ShellState } from './shell-state';

/** Which of psql's three prompts: before lines of SQL, or before rows for COPY. */
export type PromptKind = PromptState | 'copy';

const STATE_LETTERS: Readonly<Record<PromptState, string>> = {
  ready: '=',
  continue: '-',
  'single-quote': "'",
  'double-quote': '"',
  'dollar-quote': '$',
  comment: '*',
  parenthesis: '(',
};

function stateLetter(shell: ShellState, kind: PromptKind): string {
  if (kind === 'copy') return '';
  if (kind !== 'ready') return STATE_LETTERS[kind];
  if (!shell.session) return '!';
  if (!shell.conditions.isActive) return '@';
  return shell.options.singleLine ? '^' : '=';
}

const TRANSACTION_LETTERS = { idle: '', open: '*', failed: '!' } as const;

function widthOf(text: string): number {
  const line = text.slice(text.lastIndexOf('\n') + 1);
  return [...line].reduce((sum, character) => sum + Math.max(0, characterWidth(character)), 0);
}

/** One escape of a prompt, behind its `%`. */
type Escape = (shell: ShellState, kind: PromptKind) => string;

const session = (get: (session: NonNullable<ShellState['session']>) => string): Escape => {
  return (shell) => (shell.session ? get(shell.session) : '');
};

const ESCAPES: Readonly<Record<string, Escape>> = {
  '/': session(({ database }) => database),
  '~': session(({ database, user }) => (database === user ? '~' : database)),
  n: (shell) => shell.serverSettings['session_authorization'] ?? shell.session?.user ?? '',
  m: session(() => '[local]'),
  M: session(() => '[local]'),
  '>': session(() => '5432'),
  p: session(() => '1'),
  s: () => '',
  P: session(() => 'off'),
  l: (shell) => String(shell.statementLine),
  '#': (shell) => (shell.serverSettings['is_superuser'] === 'on' ? '#' : '>'),
  R: stateLetter,
  x: (shell) => (shell.session ? TRANSACTION_LETTERS[shell.transaction] : '?'),
  // They frame what takes no room on a terminal, and are not shown themselves.
  '[': () => '',
  ']': () => '',
};

const PART = /%(?::([^:]*):|`([^`]*)`|([0-7]{1,3})|(w)|([^]))|[^%]+|%$/g;

/**
 * The prompt before the next line, with its escapes replaced.
 * Source: psql's documentation, "Prompting".
 */
export function promptText(shell: ShellState, kind: PromptKind): string {
  const { prompt1, prompt2, prompt3 } = shell.options;
  const pattern = kind === 'copy' ? prompt3 : kind === 'ready' ? prompt1 : prompt2;
  return expand(pattern, shell, kind);
}

function expand(pattern: string, shell: ShellState, kind: PromptKind): string {
  return pattern.replaceAll(
    PART,
    (part: string, variable?: string, command?: string, octal?: string, width?: string, letter?: string) => {
      if (variable !== undefined) return shell.variables.get(variable) ?? '';
      if (command !== undefined) return '';
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
      if (width !== undefined)
        return ' '.repeat(widthOf(expand(shell.options.prompt1.replaceAll('%w', ''), shell, 'ready')));
      if (letter !== undefined) return ESCAPES[letter]?.(shell, kind) ?? letter;
      return part === '%' ? '' : part;
    },
  );
}
