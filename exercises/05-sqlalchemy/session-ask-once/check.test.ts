import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('gives each athlete with the city of their club', async () => {
  await expect(answer.call('cities')).toGiveTheResultOf(reference.call('cities'), { rowOrder: 'exact' });
});

test('asks for each club once', async () => {
  const clubs =
    "__import__('sqlalchemy').create_engine('postgresql+psycopg2://postgres@localhost/athleticu', isolation_level='AUTOCOMMIT')" +
    '.connect().execute(' +
    "__import__('sqlalchemy').text('SELECT count(DISTINCT club_id) FROM athletes')).scalar()";
  const budget =
    `[clubs := ${clubs}, counted := [], ` +
    "__import__('sqlalchemy').event.listen(engine, 'before_cursor_execute', lambda *told: counted.append(told[2])), " +
    "cities(), f'at most {clubs + 1} statements' if len(counted) <= clubs + 1 else f'{len(counted)} statements'][4]";
  await expect(answer.value(budget)).toGiveTheResultOf(reference.value(budget), { rowOrder: 'exact' });
});
