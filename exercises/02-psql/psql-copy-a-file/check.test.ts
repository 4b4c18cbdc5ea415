import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

const CLUBS = 'SELECT name, city FROM clubs';

test('puts the clubs of the file into the table', async () => {
  await expect(answer.inspect(CLUBS)).toGiveTheResultOf(reference.inspect(CLUBS), { rowOrder: 'any' });
});
