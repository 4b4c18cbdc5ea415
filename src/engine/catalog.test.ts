import { expect, test } from 'vitest';
import { readCatalog } from './catalog';
import { PgMemDatabase } from './pg-mem';

const ALTERED = 'CREATE TABLE clubs (id integer); ALTER TABLE clubs ADD COLUMN based_on text;';

test('tables that are altered are not read', () => {
  expect(() => readCatalog(ALTERED)).toThrow('alters its tables');
});

test('pg-mem does not answer on a data set that alters its tables', async () => {
  const database = new PgMemDatabase();
  await database.reset({ id: 'altered', sql: ALTERED });
  await expect(database.exec('SELECT * FROM clubs')).rejects.toMatchObject({ name: 'NotTrustedError' });
});
