import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

const lists = {
  'reads each part': [
    'postgresql://myusername:mypassword@localhost:5432/mydatabase',
    'postgres://athleticu:stride@db.example.org:6543/athleticu',
  ],
  'decodes what is percent-encoded': [
    'postgresql://anna:p%40ss%2Fw%3Ard@localhost:5432/athleticu',
    'postgresql://anna%40club:100%25@localhost:5432/club%20results',
    'postgresql://anna:%C3%A9t%C3%A9@localhost:5432/2025%2F26',
  ],
  'fills in what is missing': [
    'postgresql://athleticu:stride@localhost/results',
    'postgresql://athleticu:stride@localhost:5433',
    'postgresql://anna:stride@localhost/',
  ],
  'is not led astray by options': ['postgresql://athleticu:stride@localhost/results?sslmode=require&connect_timeout=5'],
};

for (const [name, uris] of Object.entries(lists)) {
  test(name, async () => {
    await expect(answer.call('readUris', uris)).toGiveTheResultOf(reference.call('readUris', uris), {
      rowOrder: 'exact',
      columnOrder: 'any',
    });
  });
}
