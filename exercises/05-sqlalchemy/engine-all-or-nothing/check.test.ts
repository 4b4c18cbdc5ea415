import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

/** Has the database changed by another program, before the answer is asked: what the answer did on its own is undone. */
const before = (sql: string): string =>
  `(lambda other: (other.cursor().execute(${JSON.stringify(sql)}), other.commit(), other.close()))` +
  '(__import__("psycopg2").connect("dbname=athleticu"))';

/** What another program then finds. */
const found = (sql: string): string =>
  `(lambda other: (other.execute(${JSON.stringify(sql)}), other.fetchall())[1])` +
  '(__import__("psycopg2").connect("dbname=athleticu").cursor())';

/**
 * Ends what the answer's connections have open, as a server would if the program ended: not committed, and so undone.
 * The PostgreSQL in the page serves one transaction at a time, and others look at the database here.
 */
const ENDED =
  '(lambda gc, psycopg2: [each.rollback() for each in gc.get_objects() ' +
  'if issubclass(type(each), psycopg2.extensions.connection) and not each.closed])' +
  '(__import__("gc"), __import__("psycopg2"))';

const EMAILS = "('liv@example.org', 'kate@example.org', 'who@example.org')";
const GONE = before(`DELETE FROM athletes WHERE email IN ${EMAILS}`);
const ATHLETES = found(`SELECT name, born_on, email FROM athletes WHERE email IN ${EMAILS} ORDER BY email`);

const one = '{"name": "Liv Aas", "born_on": "2006-01-02", "email": "liv@example.org"}';
const two = `{"name": "Kate O'Brien", "born_on": "1999-01-05", "email": "kate@example.org"}`;
const sameEmail = '{"name": "Liv Aasen", "born_on": "2004-12-24", "email": "liv@example.org"}';
const nameless = '{"name": None, "born_on": "2004-12-24", "email": "who@example.org"}';

const lists = {
  'adds all of a list': `[${one}, ${two}]`,
  'adds none when the last one is refused': `[${one}, ${two}, ${sameEmail}]`,
  'adds none when one in the middle is refused': `[${one}, ${nameless}, ${two}]`,
  'adds none when the first one is refused': `[${nameless}, ${one}]`,
};

for (const [name, list] of Object.entries(lists)) {
  test(name, async () => {
    const state = `[${ENDED}, ${GONE}, [enrol(${list}), ${ENDED}][0], ${ATHLETES}][2:]`;
    await expect(answer.value(state)).toGiveTheResultOf(reference.value(state), { rowOrder: 'exact' });
  });
}

test('goes on working after a refusal', async () => {
  const state = `[${ENDED}, ${GONE}, enrol([${one}, ${sameEmail}]), [enrol([${one}]), ${ENDED}][0], ${ATHLETES}][2:]`;
  await expect(answer.value(state)).toGiveTheResultOf(reference.value(state), { rowOrder: 'exact' });
});
