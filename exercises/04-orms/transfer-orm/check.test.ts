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
/** Three clubs have the athletes, and the one with the number 8 has none. */
const DEALT = before('UPDATE athletes SET club_id = CASE WHEN id <> 8 THEN 1 + id % 3 END');

const transfers = {
  'moves an athlete to another club': 'transfer(4, "Velocity")',
  'gives a club to an athlete who has none': 'transfer(8, "Northside AC")',
  'moves two athletes, one after the other': 'transfer(1, "Northside AC"), transfer(3, "Velocity")',
  'leaves an athlete where they are': 'transfer(2, "Harbour Harriers"), transfer(2, "Harbour Harriers")',
};

for (const [name, call] of Object.entries(transfers)) {
  test(`${name}: gives the old club`, async () => {
    const given = `[${CLOSED}, ${DEALT}, ${call}][2:]`;
    await expect(answer.value(given)).toGiveTheResultOf(reference.value(given), { rowOrder: 'exact' });
  });
  test(`${name}: and the database has it`, async () => {
    const state = `[${CLOSED}, ${DEALT}, ${call}, ${CLOSED}, ${found('SELECT id, club_id FROM athletes ORDER BY id')}][-1]`;
    await expect(answer.value(state)).toGiveTheResultOf(reference.value(state), { rowOrder: 'exact' });
  });
}

test('changes no club', async () => {
  const clubs = answer.inspect('SELECT id, name, city FROM clubs ORDER BY id');
  await expect(clubs).toGiveTheResultOf(reference.inspect('SELECT id, name, city FROM clubs ORDER BY id'), {
    rowOrder: 'exact',
  });
});
