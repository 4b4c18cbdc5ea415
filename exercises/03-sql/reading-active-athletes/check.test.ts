import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('lists the names of the active athletes', async () => {
  await expect(answer).toGiveTheResultOf(reference, { rowOrder: 'any' });
});
