/** What says nothing before a statement: blanks, opening brackets, empty statements, and comments up to a line's end. */
const NOTHING = /[\s(;]+|--[^\r\n]*/y;
const COMMENT = /\/\*/y;
/** Comments may stand in comments. */
const COMMENT_EDGE = /\/\*|\*\//g;
const WORD = /[a-z]+/iy;

/** Looks for a pattern at, or from, a place in a text. @returns where it ends; -1 when it is not there */
function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** @returns where the comment ends that was opened before a place; the text's end when it does not */
function endOfComment(sql: string, from: number): number {
  let end = from;
  for (let depth = 1; depth > 0;) {
    end = endOf(COMMENT_EDGE, sql, end);
    if (end < 0) return sql.length;
    depth += sql[end - 1] === '*' ? 1 : -1;
  }
  return end;
}

/**
 * What is done with a statement, in a few words: `Runs INSERT`. It goes through the text once, whatever stands there:
 * every statement of a program comes by.
 * @param doing who does it, or what is done: `Runs`
 */
export function statementTitle(doing: string, sql: string): string {
  let at = 0;
  for (;;) {
    const nothing = endOf(NOTHING, sql, at);
    const comment = endOf(COMMENT, sql, at);
    if (nothing >= 0) at = nothing;
    else if (comment >= 0) at = endOfComment(sql, comment);
    else break;
  }
  const end = endOf(WORD, sql, at);
  return `${doing} ${end < 0 ? 'a statement' : sql.slice(at, end).toUpperCase()}`;
}
