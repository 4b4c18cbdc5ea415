import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

const DATABASES = `
  SELECT datname AS database, pg_get_userbyid(datdba) AS owner
  FROM pg_database
  WHERE datname NOT IN ('postgres', 'template0', 'template1')
`;

test('creates the database, with the right owner', async () => {
  await expect(answer.inspect(DATABASES)).toGiveTheResultOf(reference.inspect(DATABASES), { rowOrder: 'any' });
});
