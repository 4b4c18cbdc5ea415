import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('lists every athlete with the name of their club', async () => {
  await expect(answer).toGiveTheResultOf(reference, { rowOrder: 'any' });
});
