import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

const cities = {
  'lists the active athletes of a city': 'Oslo',
  'lists the athletes of all clubs of a city': 'Bergen',
  'takes a city that looks like SQL for a city': "nowhere' OR 'x' = 'x",
  'finds a city with a quote in its name': "L'Aquila",
  'gives an empty list for a city without clubs': 'Atlantis',
};

for (const [name, city] of Object.entries(cities)) {
  test(name, async () => {
    await expect(answer.call('roster', city)).toGiveTheResultOf(reference.call('roster', city), {
      rowOrder: 'exact',
      columnOrder: 'any',
    });
  });
}
