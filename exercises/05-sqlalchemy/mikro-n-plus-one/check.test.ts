import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('gives each club with the names of its athletes', async () => {
  await expect(answer.call('roster')).toGiveTheResultOf(reference.call('roster'), { rowOrder: 'exact' });
});

test('sends at most two statements', async () => {
  const { statements } = await answer.run();
  const asked = statements.filter(({ sql }) => /"(clubs|athletes)"/.test(sql)).length;
  expect(asked, 'The last line of the program calls roster(); leave it there.').toBeGreaterThan(0);
  expect(
    asked,
    `${String(asked)} statements ask for clubs and athletes, on the data set "tiny" with its 4 clubs`,
  ).toBeLessThan(3);
});
