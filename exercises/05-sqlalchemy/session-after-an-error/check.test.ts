import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

const ROWS = `[
  ['Ada Moe', '2008-02-02', 'ada@example.org'],
  ['Ada M.', '2008-02-02', 'ada@example.org'],
  ['Ida Again', '1994-02-11', 'ida@example.org'],
  [None, '2001-01-01', 'nobody@example.org'],
  ['Liv Aas', '2006-06-06', None],
  ['Bo Dahl', '2005-05-05', 'bo@example.org'],
  ['Bo Again', '2005-05-05', 'bo@example.org'],
  ['Mia Lo', '2004-04-04', 'mia@example.org'],
]`;

const left = `[dict(row._mapping) for row in __import__('sqlalchemy').create_engine('postgresql+psycopg2://postgres@localhost/athleticu', isolation_level='AUTOCOMMIT')
  .connect().execute(__import__('sqlalchemy').text("""
    SELECT name, born_on, email FROM athletes
    WHERE name IN ('Ada Moe', 'Ada M.', 'Ida Again', 'Liv Aas', 'Bo Dahl', 'Bo Again', 'Mia Lo') ORDER BY id"""))]`;

test('saves every row that can be saved, and names the refused ones', async () => {
  const imported = `{'refused': import_athletes(${ROWS}), 'saved': ${left}}`;
  await expect(answer.value(imported)).toGiveTheResultOf(reference.value(imported), { rowOrder: 'any' });
});

test('copes with a list in which nothing is refused, and with an empty one', async () => {
  const none = "[import_athletes([['Mia Lo', '2004-04-04', 'mia@example.org']]), import_athletes([])]";
  await expect(answer.value(none)).toGiveTheResultOf(reference.value(none), { rowOrder: 'exact' });
});
