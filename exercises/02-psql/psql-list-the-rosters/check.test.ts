import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('lists the tables whose names begin with roster_', async () => {
  await expect(answer.printed).toGiveTheResultOf(reference.printed, { rowOrder: 'exact' });
});
