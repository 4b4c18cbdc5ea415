import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

const MEETS = 'SELECT name, held_on, city FROM meets';

test('lists the meets of Turku and Aarhus', async () => {
  await expect(answer.printed).toGiveTheResultOf(reference.printed, { rowOrder: 'exact' });
});

test('adds the two meets', async () => {
  await expect(answer.inspect(MEETS)).toGiveTheResultOf(reference.inspect(MEETS), { rowOrder: 'any' });
});
