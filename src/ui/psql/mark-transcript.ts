import type { Span } from './screen';
import { CTRL_C, CTRL_D, scriptLines } from './record-typing';

/** psql's own prompts. */
const PROMPT = /^[^\s=]*[=\-'"$*(^@!][*!?]?[#>] $/;
const COPY_PROMPT = '>> ';

function isPrompt(text: string): boolean {
  return PROMPT.test(text) || text === COPY_PROMPT;
}

/** The prompt before a typed line; `null` when the line of the transcript is no place where it was typed. */
function promptBefore(line: string, typed: string): string | null {
  if (!line.endsWith(typed)) return null;
  const prompt = line.slice(0, line.length - typed.length);
  return isPrompt(prompt) ? prompt : null;
}

/**
 * Tells in a recorded transcript what was typed from what was printed.
 * @param script the lines that were typed, in order
 */
export function markTranscript(transcript: string, script: string): readonly (readonly Span[])[] {
  const waiting = [...scriptLines(script)];
  return scriptLines(transcript).map((line): readonly Span[] => {
    const [next] = waiting;
    if (next !== undefined) {
      // psql itself writes \q where somebody pressed Ctrl-D.
      const shown = next === CTRL_D ? '\\q' : next;
      const prompt = promptBefore(line, shown);
      if (prompt !== null) {
        waiting.shift();
        return [
          { kind: 'prompt', text: prompt },
          { kind: 'typed', text: shown },
        ];
      }
      // It ends \watch, behind no prompt.
      if (next === CTRL_C && line.startsWith(CTRL_C)) {
        waiting.shift();
        return [{ kind: 'typed', text: line }];
      }
    }
    if (isPrompt(line)) return [{ kind: 'prompt', text: line }];
    return line === ''
      ? []
      : [{ kind: /^(?:\S+: )?(?:ERROR|FATAL|PANIC): {2}/.test(line) ? 'err' : 'out', text: line }];
  });
}
