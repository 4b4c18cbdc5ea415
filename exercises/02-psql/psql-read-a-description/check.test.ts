import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('needed: what an INSERT has to give', async () => {
  await expect(answer.value('needed')).toGiveTheResultOf(reference.value('needed'), {
    rowOrder: 'exact',
    secret: true,
  });
});

test('once: what must not occur twice', async () => {
  await expect(answer.value('once')).toGiveTheResultOf(reference.value('once'), { rowOrder: 'exact', secret: true });
});

test('pointing_here: how many tables refer to entries', async () => {
  await expect(answer.value('pointing_here')).toGiveTheResultOf(reference.value('pointing_here'), {
    rowOrder: 'exact',
    secret: true,
  });
});
