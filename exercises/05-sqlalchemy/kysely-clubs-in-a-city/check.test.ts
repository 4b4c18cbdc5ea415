import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('gives the clubs of Bergen, sorted by name', async () => {
  await expect(answer.call('clubsIn', 'Bergen')).toGiveTheResultOf(reference.call('clubsIn', 'Bergen'), {
    rowOrder: 'exact',
  });
});

test('gives the clubs of another city when it is asked for one', async () => {
  await expect(answer.call('clubsIn', 'Turku')).toGiveTheResultOf(reference.call('clubsIn', 'Turku'), {
    rowOrder: 'exact',
  });
});

test('copes with a quote in the name of the city', async () => {
  await expect(answer.call('clubsIn', "L'Aquila")).toGiveTheResultOf(reference.call('clubsIn', "L'Aquila"), {
    rowOrder: 'exact',
  });
});
