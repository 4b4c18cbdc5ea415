import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

/** Has the database changed by another program, before the answer is asked: what the answer did on its own is undone. */
const before = (sql: string): string =>
  `(lambda other: (other.cursor().execute(${JSON.stringify(sql)}), other.commit(), other.close()))` +
  '(__import__("psycopg2").connect("dbname=athleticu"))';

/** What another program then finds: rows with names, so that the page can show a table. */
const found = (sql: string): string =>
  `(lambda other: (other.execute(${JSON.stringify(sql)}), [dict(row) for row in other.fetchall()])[1])((lambda psycopg2: ` +
  'psycopg2.connect("dbname=athleticu", cursor_factory=psycopg2.extras.RealDictCursor).cursor())' +
  '(__import__("psycopg2.extras")))';

/** Whatever the answer left open: it is not committed, and so not there. */
const CLOSED = '__import__("sqlalchemy.orm").orm.close_all_sessions()';

const NAMES = `('Shandon', 'Lough', 'Marina', 'Tivoli', 'Blackrock', 'O''Leary''s AC', 'St. John''s', 'x''; DROP TABLE results; --')`;
const GONE = before(`DELETE FROM clubs WHERE name IN ${NAMES}`);
const CLUBS = found(`SELECT name, city FROM clubs WHERE name IN ${NAMES} ORDER BY name`);

const added = {
  'adds all three': '"Shandon", "Lough", "Marina"',
  'takes quotes as they come': `"O'Leary's AC", "St. John's", "x'; DROP TABLE results; --"`,
};
for (const [name, names] of Object.entries(added)) {
  test(name, async () => {
    const state = `[${CLOSED}, ${GONE}, found_clubs(${names}), ${CLOSED}, ${CLUBS}][-1]`;
    await expect(answer.value(state)).toGiveTheResultOf(reference.value(state), { rowOrder: 'exact' });
  });
}

/** How many of the clubs came each way: what a flush inserts, each `insert()` that no flush made, and what is left. */
const WAYS = (call: string): string =>
  '[told := [], sqlalchemy := __import__("sqlalchemy.orm"), ' +
  'sqlalchemy.event.listen(sqlalchemy.orm.Session, "before_flush", lambda session, *rest: ' +
  'told.extend(["flush"] * bool(session.new) + ["object"] * len(session.new))), ' +
  'sqlalchemy.event.listen(sqlalchemy.Engine, "before_execute", lambda connection, what, *rest: ' +
  `told.append("Insert") if isinstance(what, sqlalchemy.Insert) else None), ${CLOSED}, ${GONE}, ${call}, ` +
  'objects := told.count("object"), expressions := told.count("Insert") - told.count("flush"), ' +
  '{"as objects": objects, "with insert": expressions, "with SQL": 3 - objects - expressions}][-1]';

test('adds each by another way in', async () => {
  const ways = WAYS('found_clubs("Shandon", "Lough", "Marina")');
  await expect(answer.value(ways)).toGiveTheResultOf(reference.value(ways), { rowOrder: 'exact' });
});

// One of them is there already.
const refused = {
  'keeps none when the object is refused': '"Shandon", "Tivoli", "Blackrock"',
  'keeps none when the expression is refused': '"Tivoli", "Shandon", "Blackrock"',
  'keeps none when the SQL is refused': '"Tivoli", "Blackrock", "Shandon"',
};
for (const [name, names] of Object.entries(refused)) {
  test(name, async () => {
    const attempt = `__import__("unittest").TestCase().assertRaises(Exception, found_clubs, ${names})`;
    const there = before(`INSERT INTO clubs (name, city) VALUES ('Shandon', 'Cork')`);
    const state = `[${CLOSED}, ${GONE}, ${there}, ${attempt}, ${CLOSED}, ${CLUBS}][-1]`;
    await expect(answer.value(state)).toGiveTheResultOf(reference.value(state), { rowOrder: 'exact' });
  });
}
