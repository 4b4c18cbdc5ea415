import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

const COMMENTS = `
  SELECT c.relname AS table, a.attname AS column, d.description AS comment
  FROM pg_description d
  JOIN pg_class c ON c.oid = d.objoid AND d.classoid = 'pg_class'::regclass
  LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid AND d.objsubid > 0
  WHERE c.relnamespace = 'public'::regnamespace
`;

test('leaves the two comments', async () => {
  await expect(answer.inspect(COMMENTS)).toGiveTheResultOf(reference.inspect(COMMENTS), { rowOrder: 'any' });
});
