import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

const ENGINE = `__import__("sqlalchemy").create_engine("postgresql+psycopg2://postgres@localhost/athleticu")`;

/**
 * Ends what the answer's connections have open, as a server would if the program ended: not committed, and so undone.
 * The PostgreSQL in the page serves one transaction at a time, and others look at the database here.
 */
const ENDED =
  '(lambda gc, psycopg2: [each.rollback() for each in gc.get_objects() ' +
  'if issubclass(type(each), psycopg2.extensions.connection) and not each.closed])' +
  '(__import__("gc"), __import__("psycopg2"))';

/** The rows of a query, as dictionaries. @param query an expression of the program's */
const rowsOf = (query: string): string =>
  `[${ENDED}, [dict(row) for row in ${ENGINE}.connect().execute(${query}).mappings()]][-1]`;

test('gives a query, not its rows', async () => {
  const kind = 'type(roster("Oslo")).__name__';
  await expect(answer.value(kind)).toGiveTheResultOf(reference.value(kind), { rowOrder: 'exact' });
});

const cities = {
  'finds the active athletes of a city': 'Oslo',
  'finds the athletes of all clubs of a city': 'Bergen',
  'takes a city that looks like SQL for a city': "nowhere' OR 'x' = 'x",
  'finds a city with a quote in its name': "L'Aquila",
  'finds nobody in a city without clubs': 'Atlantis',
};

for (const [name, city] of Object.entries(cities)) {
  test(name, async () => {
    const rows = rowsOf(`roster(${JSON.stringify(city)})`);
    await expect(answer.value(rows)).toGiveTheResultOf(reference.value(rows), {
      rowOrder: 'exact',
      columnOrder: 'any',
    });
  });
}

test('gives a query that can be extended', async () => {
  const rows = rowsOf('roster("Oslo").limit(1)');
  await expect(answer.value(rows)).toGiveTheResultOf(reference.value(rows), { rowOrder: 'exact', columnOrder: 'any' });
});
