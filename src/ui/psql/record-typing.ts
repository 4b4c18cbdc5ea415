/** What somebody did in a console. */
export type Typing =
  /** @param prompt behind which the line was typed */
  | { readonly kind: 'line'; readonly line: string; readonly prompt: string }
  /** Ctrl-C, and what it ended. */
  | { readonly kind: 'interrupt'; readonly ended: 'line' | 'statement' | 'pause'; readonly prompt: string }
  /** Ctrl-D. */
  | { readonly kind: 'end' }
  /** \e, typed as the last line, became this text. */
  | { readonly kind: 'edit'; readonly text: string; readonly prompt: string };

export const CTRL_C = '^C';
export const CTRL_D = '^D';

/** Whether psql waits for a new statement behind a prompt. It may say so of none that somebody made up. */
function isReady(prompt: string): boolean {
  return /[=^@][*!?]?[#>] $/.test(prompt);
}

/** The lines of a script. */
export function scriptLines(script: string): readonly string[] {
  return script === '' ? [] : script.replace(/\n$/, '').split('\n');
}

/** The script of some lines. An empty one at the end is a line, too. */
function scriptOf(lines: readonly string[]): string {
  return lines.join('\n') + (lines.at(-1) === '' ? '\n' : '');
}

/**
 * Writes down what somebody does in a console, as a script that does the same when it is typed into a new one. What
 * depends on the moment at which a key was pressed cannot be done again: a statement that was cancelled is left out.
 */
export function recordTyping(script: string, typing: Typing): string {
  const lines = [...scriptLines(script)];
  switch (typing.kind) {
    case 'line':
      lines.push(typing.line);
      break;
    case 'end':
      lines.push(CTRL_D);
      break;
    case 'interrupt':
      if (typing.ended === 'statement') lines.pop();
      // Where nothing is begun the key does nothing.
      if (typing.ended === 'pause' || !isReady(typing.prompt)) lines.push(CTRL_C);
      break;
    case 'edit':
      lines.pop();
      if (!isReady(typing.prompt)) lines.push(CTRL_C);
      lines.push(...scriptLines(typing.text));
      break;
  }
  return scriptOf(lines);
}

/** A script without what ends psql at its end: whoever opens psql again wants to go on. */
export function withoutLeaving(script: string): string {
  const lines = [...scriptLines(script)];
  while (/^(?:\\q(?:uit)?|quit;?|exit;?|\^D)\s*$/i.test(lines.at(-1) ?? '')) lines.pop();
  return scriptOf(lines);
}
