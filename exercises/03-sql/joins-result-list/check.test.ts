import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('lists every result of the events measured in metres, with names', async () => {
  await expect(answer).toGiveTheResultOf(reference, { rowOrder: 'exact' });
});
