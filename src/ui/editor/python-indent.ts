const STEP = '    ';

/** Statements after which their block has nothing more. */
const LAST_OF_BLOCK = /^(return|raise|pass|break|continue)\b/;

/**
 * How far the line after a line of Python begins to the right, as blanks: as its own, one step more after a colon, one
 * less after what ends a block.
 * @param line what stands before the caret
 */
export function indentAfter(line: string): string {
  const own = /^[ \t]*/.exec(line)?.[0] ?? '';
  const said = line.trim();
  if (/:\s*(#.*)?$/.test(said) && !said.startsWith('#')) return own + STEP;
  return LAST_OF_BLOCK.test(said) && own.endsWith(STEP) ? own.slice(0, -STEP.length) : own;
}
