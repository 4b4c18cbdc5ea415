import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('lists who has no club but an email address', async () => {
  await expect(answer).toGiveTheResultOf(reference, { rowOrder: 'any' });
});
