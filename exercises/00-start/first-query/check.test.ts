import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('shows the name and the city of every club', async () => {
  await expect(answer).toGiveTheResultOf(reference, { rowOrder: 'any' });
});
