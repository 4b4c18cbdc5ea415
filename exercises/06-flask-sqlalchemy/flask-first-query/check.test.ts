import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

for (const city of ['Bergen', 'Oslo', "L'Aquila", 'Nowhere']) {
  test(`gives the clubs in ${city}`, async () => {
    await expect(answer.call('club_names', city)).toGiveTheResultOf(reference.call('club_names', city), {
      rowOrder: 'exact',
    });
  });
}
