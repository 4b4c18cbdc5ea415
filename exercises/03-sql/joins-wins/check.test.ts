import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('lists every athlete with each of their wins', async () => {
  await expect(answer).toGiveTheResultOf(reference, { rowOrder: 'exact' });
});
