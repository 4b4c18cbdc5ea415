import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

const CLUBS = 'SELECT name, city FROM clubs';

test('adds all three clubs or none', async () => {
  await expect(answer.inspect(CLUBS)).toGiveTheResultOf(reference.inspect(CLUBS), { rowOrder: 'any' });
});
