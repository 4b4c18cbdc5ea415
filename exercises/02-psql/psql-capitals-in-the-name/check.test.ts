import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('best_type: the type of best', async () => {
  await expect(answer.value('best_type')).toGiveTheResultOf(reference.value('best_type'), {
    rowOrder: 'exact',
    secret: true,
  });
});

test('last_column: its last column', async () => {
  await expect(answer.value('last_column')).toGiveTheResultOf(reference.value('last_column'), {
    rowOrder: 'exact',
    secret: true,
  });
});
