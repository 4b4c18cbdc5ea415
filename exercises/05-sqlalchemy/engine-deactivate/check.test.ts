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

/**
 * Ends what the answer's connections have open, as a server would if the program ended: not committed, and so undone.
 * The PostgreSQL in the page serves one transaction at a time, and others look at the database here.
 */
const ENDED =
  '(lambda gc, psycopg2: [each.rollback() for each in gc.get_objects() ' +
  'if issubclass(type(each), psycopg2.extensions.connection) and not each.closed])' +
  '(__import__("gc"), __import__("psycopg2"))';

const MOST_ARE = before('UPDATE athletes SET active = (id % 4 <> 0)');
const ACTIVE = found('SELECT id, name, active FROM athletes ORDER BY id');

for (const date of ['2016-06-01', '1990-01-01', '2030-01-01']) {
  test(`gives the number of those who joined before ${date} and were active`, async () => {
    const given = `[${ENDED}, ${MOST_ARE}, deactivate("${date}")][-1]`;
    await expect(answer.value(given)).toGiveTheResultOf(reference.value(given), { rowOrder: 'exact' });
  });
  test(`has made them inactive: before ${date}`, async () => {
    const state = `[${ENDED}, ${MOST_ARE}, deactivate("${date}"), ${ENDED}, ${ACTIVE}][-1]`;
    await expect(answer.value(state)).toGiveTheResultOf(reference.value(state), { rowOrder: 'exact' });
  });
}

test('finds nobody left the second time', async () => {
  const twice = `[${ENDED}, ${MOST_ARE}, deactivate("2016-06-01"), deactivate("2016-06-01")][-1]`;
  await expect(answer.value(twice)).toGiveTheResultOf(reference.value(twice), { rowOrder: 'exact' });
});
