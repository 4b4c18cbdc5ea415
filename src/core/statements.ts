/** One statement of a script. */
export interface Statement {
  /** With its semicolon, as psql sends it: an error at the statement's end is then the same one. */
  readonly text: string;
  /** Where the text starts in the script (UTF-16 index from 0). */
  readonly start: number;
  /** Its key words and names in capitals, without what stands in quotes and comments. */
  readonly words: readonly string[];
}

const WORD = /[A-Za-z_\u0080-\uffff][A-Za-z_0-9$\u0080-\uffff]*/y;
const DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z_0-9\u0080-\uffff]*)?\$/y;

function matchAt(pattern: RegExp, text: string, index: number): string | null {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[0] ?? null;
}

function endOfQuoted(sql: string, start: number, quote: string, backslashes: boolean): number {
  for (let i = start + 1; i < sql.length; i++) {
    if (backslashes && sql[i] === '\\') i++;
    else if (sql[i] === quote) {
      if (sql[i + 1] !== quote) return i + 1;
      i++;
    }
  }
  return sql.length;
}

function endOfBlockComment(sql: string, start: number): number {
  let depth = 0;
  for (let i = start; i < sql.length; i++) {
    if (sql.startsWith('/*', i)) {
      depth++;
      i++;
    } else if (sql.startsWith('*/', i)) {
      i++;
      if (--depth === 0) return i + 1;
    }
  }
  return sql.length;
}

/**
 * Splits a script at its semicolons, as psql does: those inside quotes, comments, dollar quotes, parentheses
 * and `BEGIN ATOMIC … END` bodies do not count. Pieces without any SQL in them are left out. Like psql it leaves out
 * `--` comments in front of a statement, but not block comments.
 * Lexical rules: PostgreSQL documentation, "Lexical Structure", with standard_conforming_strings on.
 */
export function splitStatements(sql: string): Statement[] {
  const statements: Statement[] = [];
  let start: number | null = null;
  let comment: number | null = null;
  let depth = 0;
  let words: string[] = [];
  let blocks = 0;
  let i = 0;

  const finish = (end: number): void => {
    if (start !== null) statements.push({ text: sql.slice(start, end).trimEnd(), start, words });
    start = null;
    comment = null;
    depth = 0;
    blocks = 0;
    words = [];
  };

  while (i < sql.length) {
    const char = sql.charAt(i);
    if (/\s/.test(char)) {
      i++;
      continue;
    }
    if (sql.startsWith('--', i)) {
      const newline = sql.indexOf('\n', i);
      i = newline < 0 ? sql.length : newline;
      continue;
    }
    if (sql.startsWith('/*', i)) {
      comment ??= i;
      i = endOfBlockComment(sql, i);
      continue;
    }
    if (char === ';' && depth === 0 && blocks === 0) {
      i++;
      finish(i);
      continue;
    }
    start ??= comment ?? i;
    if (char === "'") i = endOfQuoted(sql, i, "'", false);
    else if (char === '"') i = endOfQuoted(sql, i, '"', false);
    else if ((char === 'e' || char === 'E') && sql[i + 1] === "'") i = endOfQuoted(sql, i + 1, "'", true);
    else if (char === '$') {
      const tag = matchAt(DOLLAR_TAG, sql, i);
      if (tag === null) i++;
      else {
        const close = sql.indexOf(tag, i + tag.length);
        i = close < 0 ? sql.length : close + tag.length;
      }
    } else {
      const word = matchAt(WORD, sql, i);
      if (word !== null) {
        const upper = word.toUpperCase();
        const createsRoutine = words[0] === 'CREATE' && words.some((w) => w === 'FUNCTION' || w === 'PROCEDURE');
        if (createsRoutine && upper === 'ATOMIC' && words.at(-1) === 'BEGIN') blocks++;
        else if (blocks > 0 && upper === 'CASE') blocks++;
        else if (blocks > 0 && upper === 'END') blocks--;
        words.push(upper);
        i += word.length;
      } else {
        if (char === '(') depth++;
        else if (char === ')') depth = Math.max(0, depth - 1);
        i++;
      }
    }
  }
  finish(sql.length);
  return statements;
}
