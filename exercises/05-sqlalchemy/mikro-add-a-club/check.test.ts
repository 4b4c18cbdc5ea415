import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('the club is saved, and both athletes belong to it', async () => {
  await expect(answer).toGiveTheResultOf(reference, { rowOrder: 'any' });
});
