import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('lists the columns as \\d does', async () => {
  await expect(answer).toGiveTheResultOf(reference, { rowOrder: 'exact' });
});
