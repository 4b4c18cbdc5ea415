import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

const layers = {
  by_driver: 'psycopg2 gives tuples',
  by_core: 'an engine’s connection gives rows',
  by_orm: 'a session gives objects',
};
for (const [name, what] of Object.entries(layers)) {
  test(what, async () => {
    const kinds = `sorted({type(each).__name__ for city in ("Bergen", "Oslo", "L'Aquila") for each in ${name}(city)})`;
    await expect(answer.value(kinds)).toGiveTheResultOf(reference.value(kinds), { rowOrder: 'exact' });
  });
}

for (const city of ['Bergen', 'Oslo', "L'Aquila", "nowhere' OR 'x' = 'x"]) {
  test(`all three find the same clubs in ${city}`, async () => {
    const asked = JSON.stringify(city);
    const all = `{
      "by_driver": [list(each) for each in by_driver(${asked})],
      "by_core": [[each.id, each.name] for each in by_core(${asked})],
      "by_orm": [[each.id, each.name] for each in by_orm(${asked})],
    }`.replaceAll(/\s+/g, ' ');
    await expect(answer.value(all)).toGiveTheResultOf(reference.value(all), { rowOrder: 'exact' });
  });
}
