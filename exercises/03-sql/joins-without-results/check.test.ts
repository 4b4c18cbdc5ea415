import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('lists the athletes who have no result', async () => {
  await expect(answer).toGiveTheResultOf(reference, { rowOrder: 'any' });
});
