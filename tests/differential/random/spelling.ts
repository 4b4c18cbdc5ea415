import type { Random } from './prng';

const KEYWORD =
  /\b(SELECT|DISTINCT|FROM|WHERE|ORDER|GROUP|BY|HAVING|LIMIT|OFFSET|AND|OR|NOT|IN|IS|NULL|LIKE|ILIKE|BETWEEN|LEFT|RIGHT|INNER|JOIN|ON|AS|ASC|DESC|CASE|WHEN|THEN|ELSE|END|count|sum|min|max|avg|upper|lower)\b/g;

/** Applies a change outside of quotes only. */
function outsideQuotes(sql: string, change: (part: string) => string): string {
  return sql
    .split(/('(?:[^']|'')*'|"[^"]*")/)
    .map((part, i) => (i % 2 === 0 ? change(part) : part))
    .join('');
}

/** The same statement as people write it: keywords in any case, on one line or many, with comments and a semicolon. */
export function respell(random: Random, sql: string): string {
  const casing = random.weighted<(word: string) => string>([
    [60, (word) => word],
    [25, (word) => word.toLowerCase()],
    [10, (word) => word.toUpperCase()],
    [5, (word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase()],
  ]);
  const space = random.weighted([
    [50, '\n'],
    [40, ' '],
    [5, '\n  '],
    [3, ' -- why\n'],
    [2, ' /* how\n */ '],
  ]);
  const written = outsideQuotes(sql, (part) =>
    part
      .replace(KEYWORD, casing)
      .replaceAll('\n', space)
      .replaceAll(' id ', () => (random.chance(3) ? ' ID ' : ' id ')),
  );
  return (random.chance(3) ? '-- An answer\n' : '') + written + random.pick(['', ';', ';', ' ;', ';\n']);
}
