import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('lists each pair of athlete and event once', async () => {
  await expect(answer).toGiveTheResultOf(reference, { rowOrder: 'exact' });
});
