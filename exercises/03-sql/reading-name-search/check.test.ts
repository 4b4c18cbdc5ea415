import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('finds the names that contain the letters, in order', async () => {
  await expect(answer).toGiveTheResultOf(reference, { rowOrder: 'exact' });
});
