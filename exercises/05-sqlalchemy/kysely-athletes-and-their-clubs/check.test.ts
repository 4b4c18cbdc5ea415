import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('gives each athlete with the name of their club', async () => {
  await expect(answer.call('athletesAndClubs')).toGiveTheResultOf(reference.call('athletesAndClubs'), {
    rowOrder: 'any',
    columnOrder: 'any',
  });
});
