import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('lists the athletes who have a mentor with the name of the mentor', async () => {
  await expect(answer).toGiveTheResultOf(reference, { rowOrder: 'exact' });
});
