import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('gives back the new row, with the id and the default that the database chose', async () => {
  await expect(answer.call('addAthlete', 'Tove Dahl', '2007-04-30')).toGiveTheResultOf(
    reference.call('addAthlete', 'Tove Dahl', '2007-04-30'),
    { rowOrder: 'exact' },
  );
});

test('stores a name with a quote as it is', async () => {
  await expect(answer.call('addAthlete', "Kate O'Brien", '1999-01-05')).toGiveTheResultOf(
    reference.call('addAthlete', "Kate O'Brien", '1999-01-05'),
    { rowOrder: 'exact' },
  );
});

test('stores a name that looks like SQL as it is', async () => {
  const name = "x', '2000-01-01'); DROP TABLE results; --";
  await expect(answer.call('addAthlete', name, '2001-02-03')).toGiveTheResultOf(
    reference.call('addAthlete', name, '2001-02-03'),
    { rowOrder: 'exact' },
  );
});
