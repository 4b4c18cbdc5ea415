import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('one column a line, and every NULL can be seen', async () => {
  await expect(answer.printed).toGiveTheResultOf(reference.printed, { rowOrder: 'exact' });
});
