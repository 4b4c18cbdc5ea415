import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

const MEETS = 'SELECT name, held_on, city FROM meets';

test('adds a meet at the first club', async () => {
  await expect(answer.inspect(MEETS)).toGiveTheResultOf(reference.inspect(MEETS), { rowOrder: 'any' });
});
