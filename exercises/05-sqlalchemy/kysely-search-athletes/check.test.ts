import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

const searches = {
  'gives everybody without a filter': {},
  'finds who is not active': { name: 'i', active: false },
  'finds who was born before a date': { bornBefore: '2000-01-01' },
  'combines the filters': { name: 'a', active: true, bornBefore: '2001-01-01' },
  'finds a name with a quote': { name: "o'b" },
  'treats text that looks like SQL as text': { name: "'; DROP TABLE" },
};

for (const [name, filter] of Object.entries(searches)) {
  test(name, async () => {
    await expect(answer.call('searchAthletes', filter)).toGiveTheResultOf(reference.call('searchAthletes', filter), {
      rowOrder: 'exact',
      columnOrder: 'any',
    });
  });
}
