import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('gives each club with its number of athletes', async () => {
  await expect(answer.call('athletesPerClub')).toGiveTheResultOf(reference.call('athletesPerClub'), {
    rowOrder: 'any',
    columnOrder: 'any',
  });
});

test('gives the number as a number, not as a string', async () => {
  await expect(answer.call('athletesPerClub')).toGiveTheResultOf(reference.call('athletesPerClub'), {
    rowOrder: 'any',
    columnOrder: 'any',
    types: 'exact',
  });
});
