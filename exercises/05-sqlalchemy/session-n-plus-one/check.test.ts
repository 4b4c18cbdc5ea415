import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('gives each club with the names of its athletes', async () => {
  await expect(answer.call('roster')).toGiveTheResultOf(reference.call('roster'), { rowOrder: 'exact' });
});

test('sends at most two statements', async () => {
  const budget =
    '[counted := [], ' +
    "__import__('sqlalchemy').event.listen(engine, 'before_cursor_execute', lambda *told: counted.append(told[2])), " +
    "roster(), 'at most 2 statements' if len(counted) <= 2 else f'{len(counted)} statements'][3]";
  await expect(answer.value(budget)).toGiveTheResultOf(reference.value(budget), { rowOrder: 'exact' });
});
