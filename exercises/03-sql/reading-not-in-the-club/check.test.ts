import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('lists every athlete who is not in club 2', async () => {
  await expect(answer).toGiveTheResultOf(reference, { rowOrder: 'any' });
});
