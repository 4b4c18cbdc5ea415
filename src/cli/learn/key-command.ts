/** What the meaning of a key depends on. */
export interface KeySituation {
  /** The exercise's place in the course, from 0, and how many there are. */
  readonly index: number;
  readonly count: number;
  /** Where `n` leads; `null` when every exercise is passed and this is the last one. */
  readonly next: number | null;
  readonly hints: number;
  readonly hintsShown: number;
  readonly solutionShown: boolean;
  /** Whether an answer to this exercise was ever checked. */
  readonly tried: boolean;
  /** Whether the learner is being asked if the solution shall be shown. */
  readonly asking: boolean;
}

/** What is to happen. */
export type KeyCommand =
  | { readonly kind: 'none' }
  | { readonly kind: 'quit' }
  | { readonly kind: 'check' }
  | { readonly kind: 'go'; readonly index: number }
  | { readonly kind: 'hint'; readonly shown: number }
  | { readonly kind: 'ask-solution' }
  | { readonly kind: 'solution' }
  | { readonly kind: 'say'; readonly text: string };

const TRY_FIRST = 'Good: try first.';

function hintCommand({ hints, hintsShown }: KeySituation): KeyCommand {
  if (hintsShown < hints) return { kind: 'hint', shown: hintsShown + 1 };
  return { kind: 'say', text: 'There are no more hints. Press s to see the solution.' };
}

function solutionCommand({ solutionShown, tried }: KeySituation): KeyCommand {
  if (solutionShown) return { kind: 'say', text: 'The solution is shown above.' };
  return tried ? { kind: 'solution' } : { kind: 'ask-solution' };
}

/**
 * What a key asks for. Pure.
 * @param key its name, such as `h`; `ctrl-c` with Control
 */
export function keyCommand(key: string, situation: KeySituation): KeyCommand {
  if (key === 'q' || key === 'ctrl-c' || key === 'ctrl-d') return { kind: 'quit' };
  if (situation.asking) return key === 'y' ? { kind: 'solution' } : { kind: 'say', text: TRY_FIRST };
  switch (key) {
    case 'h':
      return hintCommand(situation);
    case 's':
      return solutionCommand(situation);
    case 'r':
      return { kind: 'check' };
    case 'n':
      return situation.next === null
        ? { kind: 'say', text: 'This is the last exercise, and you have passed them all.' }
        : { kind: 'go', index: situation.next };
    case 'p':
      return situation.index === 0
        ? { kind: 'say', text: 'This is the first exercise.' }
        : { kind: 'go', index: situation.index - 1 };
    default:
      return { kind: 'none' };
  }
}
