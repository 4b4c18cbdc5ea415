import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('gives objects of the class Athlete', async () => {
  const classes = 'sorted({type(athlete).__name__ for athlete in roster("Oslo") + roster("Bergen")})';
  await expect(answer.value(classes)).toGiveTheResultOf(reference.value(classes), { rowOrder: 'exact' });
});

const cities = {
  'lists the active athletes of a city': 'Oslo',
  'lists the athletes of all clubs of a city': 'Bergen',
  'takes a city that looks like SQL for a city': "nowhere' OR 'x' = 'x",
  'finds a city with a quote in its name': "L'Aquila",
  'gives an empty list for a city without clubs': 'Atlantis',
};

for (const [name, city] of Object.entries(cities)) {
  test(name, async () => {
    const read = `[{"athlete": a.name, "club": a.club.name} for a in roster(${JSON.stringify(city)})]`;
    await expect(answer.value(read)).toGiveTheResultOf(reference.value(read), { rowOrder: 'exact' });
  });
}
