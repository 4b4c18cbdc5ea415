import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

/** Python that asks the database on a connection of its own, which commits each statement. */
const ask = (sql: string): string =>
  `__import__('sqlalchemy').create_engine('postgresql+psycopg2://postgres@localhost/athleticu', isolation_level='AUTOCOMMIT')` +
  `.connect().execute(__import__('sqlalchemy').text(${JSON.stringify(sql)}))`;

const newest = `[dict(row._mapping) for row in ${ask(
  "SELECT name, born_on, replace(email, '-' || id || '@', '-ID@') AS address FROM athletes ORDER BY id DESC LIMIT 1",
)}]`;

test('the athlete is saved with an address that holds the id', async () => {
  const enrolled = `[enrol('Kim Ek', '2009-01-05'), ${newest}][1]`;
  await expect(answer.value(enrolled)).toGiveTheResultOf(reference.value(enrolled), { rowOrder: 'exact' });
});

test('gives back the id', async () => {
  const isId =
    "(lambda given, newest: 'the id of the new row' if given == newest else 'nothing' if given is None else 'another value')" +
    `(enrol('Kim Ek', '2009-01-05'), ${ask('SELECT max(id) FROM athletes')}.scalar())`;
  await expect(answer.value(isId)).toGiveTheResultOf(reference.value(isId), { rowOrder: 'exact' });
});

test('the id is the one of the row, after others were deleted too', async () => {
  const last = ask("DELETE FROM athletes WHERE name = 'Ada Moe'");
  const enrolled = `[enrol('Ada Moe', '2008-02-02'), ${last}, enrol('Kim Ek', '2009-01-05'), ${newest}][3]`;
  await expect(answer.value(enrolled)).toGiveTheResultOf(reference.value(enrolled), { rowOrder: 'exact' });
});

test('takes one transaction', async () => {
  const commits =
    "[commits := [], __import__('sqlalchemy').event.listen(engine, 'commit', lambda connection: commits.append(1)), " +
    "enrol('Kim Ek', '2009-01-05'), f'COMMITs: {len(commits)}'][3]";
  await expect(answer.value(commits)).toGiveTheResultOf(reference.value(commits), { rowOrder: 'exact' });
});
