import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('lists every club with the meets in its city', async () => {
  await expect(answer).toGiveTheResultOf(reference, { rowOrder: 'any' });
});
