import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('role: may create databases, cannot log in', async () => {
  await expect(answer.value('role')).toGiveTheResultOf(reference.value('role'), { rowOrder: 'exact', secret: true });
});

test('gives: what pace gives', async () => {
  await expect(answer.value('gives')).toGiveTheResultOf(reference.value('gives'), { rowOrder: 'exact', secret: true });
});

test('owner: whose database training is', async () => {
  await expect(answer.value('owner')).toGiveTheResultOf(reference.value('owner'), { rowOrder: 'exact', secret: true });
});
