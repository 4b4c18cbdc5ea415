import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('finds the columns with dates', async () => {
  await expect(answer).toGiveTheResultOf(reference, { rowOrder: 'any' });
});
