import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('gives every result its medal', async () => {
  await expect(answer).toGiveTheResultOf(reference, { rowOrder: 'any' });
});
