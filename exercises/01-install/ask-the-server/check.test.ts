import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('asks for version, role and database in one row', async () => {
  await expect(answer).toGiveTheResultOf(reference, { rowOrder: 'exact' });
});
