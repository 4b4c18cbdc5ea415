import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

const COLUMN = `
  SELECT column_name, data_type, is_nullable
  FROM information_schema.columns WHERE table_name = 'clubs' ORDER BY column_name`;
const ROWS = 'SELECT id, name, city, founded_on FROM clubs ORDER BY id';
const ATHLETES =
  'SELECT a.id, a.name, c.name AS club FROM athletes AS a LEFT JOIN clubs AS c ON c.id = a.club_id ORDER BY a.id';

test('the table has the new column', async () => {
  await expect(answer.inspect(COLUMN)).toGiveTheResultOf(reference.inspect(COLUMN), { rowOrder: 'exact' });
});

test('every club is still there', async () => {
  await expect(answer.inspect(ROWS)).toGiveTheResultOf(reference.inspect(ROWS), { rowOrder: 'exact' });
});

test('every athlete is still in their club', async () => {
  await expect(answer.inspect(ATHLETES)).toGiveTheResultOf(reference.inspect(ATHLETES), { rowOrder: 'exact' });
});
