import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('lists the five newest members, the newest first', async () => {
  await expect(answer).toGiveTheResultOf(reference, { rowOrder: 'exact' });
});
