import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('lists the foreign keys that point to athletes', async () => {
  await expect(answer).toGiveTheResultOf(reference, { rowOrder: 'any' });
});
