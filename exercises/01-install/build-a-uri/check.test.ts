import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

const local = { host: 'localhost', port: 5432 };
const targets = {
  'puts the parts together': {
    user: 'athleticu',
    password: 'stride',
    host: 'db.example.org',
    port: 6543,
    database: 'results',
  },
  'copes with an @ and a slash in the password': {
    ...local,
    user: 'anna',
    password: 'p@ss/word',
    database: 'athleticu',
  },
  'copes with a password full of signs': { ...local, user: 'anna', password: 'a:b?c#d', database: 'athleticu' },
  'copes with a percent sign in the password': { ...local, user: 'anna', password: 'a@50%25', database: 'athleticu' },
  'copes with a user and a database of any name': {
    ...local,
    user: 'anna@club',
    password: 'é t',
    database: 'club results',
  },
};

for (const [name, target] of Object.entries(targets)) {
  test(name, async () => {
    await expect(answer.call('buildUri', target)).toGiveTheResultOf(reference.call('buildUri', target), {
      rowOrder: 'exact',
    });
  });
}
