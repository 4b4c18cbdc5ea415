import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('bare names, then a whole table', async () => {
  await expect(answer.printed).toGiveTheResultOf(reference.printed, { rowOrder: 'exact' });
});
