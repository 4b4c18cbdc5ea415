import { astMapper, parse, type Statement } from 'pgsql-ast-parser';
import type { Cell } from '../core/database';
import type { Catalog } from './catalog';
import { Outside, outside } from './trusted/outside';
import { analyseSelect, type TrustedSelect } from './trusted/select';

/*
 * The trusted subset: the statements for which pg-mem is known to answer as PostgreSQL does. Anything that is not
 * listed here goes to PostgreSQL: a list of what is right stays right when a new mistake of pg-mem turns up.
 * `npm run test:differential -- --random N` compares it with a server; nothing comes onto the list without that.
 *
 * - FROM: tables of the data set, by name or alias, in a list or joined by INNER, LEFT or CROSS JOIN, or first by a
 *   RIGHT JOIN, ON any trusted condition or USING columns. No JOIN after a comma, and no `*` over USING.
 * - Types: integer, text, date, boolean, and numeric of at most ten digits with a fixed scale.
 * - Values (`expression.ts`, `literal.ts`): columns; whole numbers, texts, true and false; + - * / % of integers, the
 *   difference of two dates, `||` of texts; upper, lower, length, char_length, trim, left, right, substring, replace,
 *   concat, coalesce, nullif; CASE; extract year, month or day; round of a numeric, shown or sorted by last; and a single
 *   comparison, IS NULL or NOT of a column. No arithmetic with numeric, no cast.
 * - Conditions (`condition.ts`): AND, OR, NOT, comparisons of one type, IS [NOT] NULL, IS [NOT] TRUE or FALSE,
 *   [NOT] BETWEEN, [NOT] IN a list, [NOT] LIKE and ILIKE with a literal pattern. A literal takes the type
 *   of what it stands beside; NULL makes a comparison untrue.
 * - Groups: count(*), count, sum of integer or numeric, min, max, avg, without FILTER, and
 *   with DISTINCT only count of integer or text; GROUP BY columns of
 *   different names, expressions, aliases or numbers; HAVING. What is not grouped may stand beside its primary key.
 * - DISTINCT, without groups, sorted by what it shows.
 * - ORDER BY columns, expressions, aliases or numbers, NULLS FIRST or LAST.
 * - LIMIT and OFFSET: literals.
 *
 * Some rows are known only when the answer is there, and then PostgreSQL gives it after all (`select.ts`,
 * `functions.ts`): a cut of LIMIT between rows that ORDER BY does not tell apart, an integer out of range, a division by
 * zero, upper or lower of a text with letters beyond Latin-1.
 *
 * What pg-mem gets wrong is written in another way before it sees it, or computed by functions of our own, which it
 * calls; `trusted/` has a file for each. It never sees an index (`pg-mem-data.ts`), HAVING, LIMIT, IN, or NOT.
 */

/**
 * What the parser reads in another way than PostgreSQL: a comment that does not end; IN without parentheses; `1e3` and
 * `1_000`, in which it sees a number and an alias; `!=-1`, in which PostgreSQL sees an operator `!=-`; and names that
 * PostgreSQL cuts. Wherever it stands in the text, if need be in quotes: that costs an answer now and then.
 */
const MISREAD = /\/\*|\bin\b(?!\s*\()|(?<![\w"'])\d[\d.]*[a-z_]|[!%|]=?[-+]|\w{64}/i;

function withParameters(statement: Statement, parameters: readonly Cell[]): Statement {
  const used = new Set<string>();
  const mapper = astMapper(() => ({
    parameter: ({ name }) => {
      used.add(name);
      const value = parameters[Number(name.slice(1)) - 1];
      return value === undefined || value === null ? outside() : { type: 'string', value };
    },
  }));
  const mapped = mapper.statement(statement) ?? outside();
  // A value that the statement has no place for is an error in PostgreSQL.
  return used.size === parameters.length ? mapped : outside();
}

/**
 * Whether pg-mem may answer a statement.
 * @param sql one statement
 * @param parameters the values of `$1`, `$2` …
 * @returns how it will answer, or `null` when PostgreSQL has to
 */
export function trustedSelect(sql: string, parameters: readonly Cell[], catalog: Catalog): TrustedSelect | null {
  if (MISREAD.test(sql)) return null;
  let parsed: Statement[];
  try {
    parsed = parse(sql);
  } catch {
    // What the parser cannot read is outside as well: PostgreSQL gives the real message.
    return null;
  }
  const [first, ...others] = parsed;
  if (!first || others.length > 0) return null;
  try {
    const statement = withParameters(first, parameters);
    return statement.type === 'select' ? analyseSelect(statement, catalog) : null;
  } catch (error) {
    if (error instanceof Outside) return null;
    throw error;
  }
}
