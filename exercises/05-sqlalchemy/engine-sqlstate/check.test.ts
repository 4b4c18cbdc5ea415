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

const NAMES = `('Shandon', 'Lough', 'St. John''s', 'Velocity')`;
const ONE_IS_THERE = [
  ENDED,
  before(
    `DELETE FROM clubs WHERE name IN ${NAMES} AND id NOT IN (SELECT club_id FROM athletes WHERE club_id IS NOT NULL)`,
  ),
  before(`INSERT INTO clubs (name, city) VALUES ('Shandon', 'Cork')`),
].join(', ');
const CLUBS = found(`SELECT name, city FROM clubs WHERE name IN ${NAMES} ORDER BY name`);

const refused = {
  'gives the code for a name that is taken': '"Shandon", "Keswick"',
  'gives the code for a missing name': 'None, "Keswick"',
  'gives the code for a missing city': '"Lough", None',
};
for (const [name, club] of Object.entries(refused)) {
  test(name, async () => {
    const given = `[${ONE_IS_THERE}, add_club(${club})][-1]`;
    await expect(answer.value(given)).toGiveTheResultOf(reference.value(given), { rowOrder: 'exact' });
  });
}

for (const club of ['"Lough", "Cork"', `"St. John's", "L'Aquila"`]) {
  test(`adds the club ${club} for good`, async () => {
    const state = `[${ONE_IS_THERE}, add_club(${club}), ${ENDED}, ${CLUBS}][-1]`;
    await expect(answer.value(state)).toGiveTheResultOf(reference.value(state), { rowOrder: 'exact' });
  });
  test(`gives the id of the club ${club}`, async () => {
    // Which number it is depends on how many were asked for before.
    const idOf = `${found(`SELECT id FROM clubs WHERE name IN ${NAMES} ORDER BY id DESC LIMIT 1`)}[0][0]`;
    const isIt = `[${ONE_IS_THERE}, [add_club(${club}), ${ENDED}][0] == ${idOf}][-1]`;
    await expect(answer.value(isIt)).toGiveTheResultOf(reference.value(isIt), { rowOrder: 'exact' });
  });
}

test('goes on working after a refusal', async () => {
  const state = `[${ONE_IS_THERE}, add_club("Shandon", "Bray"), add_club("Lough", "Cork"), ${ENDED}, ${CLUBS}][-1]`;
  await expect(answer.value(state)).toGiveTheResultOf(reference.value(state), { rowOrder: 'exact' });
});
