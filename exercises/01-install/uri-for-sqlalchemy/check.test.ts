import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

const lines = {
  'puts in the driver and the password': ['postgresql://anna@localhost/athleticu', 'stride'],
  'encodes a password full of signs': ['postgresql://anna@localhost/athleticu', 'p@ss/w:rd100%?#'],
  'leaves a password with a percent sign as it is': ['postgresql://anna@localhost/athleticu', 'a%40b'],
  'keeps the port': ['postgres://anna@db.example.org:6543/athleticu', 'stride'],
  'keeps the options': [
    'postgres://anna@db.example.org:6543/athleticu?connect_timeout=5&sslmode=verify-full',
    'p@ss/word',
  ],
  'puts the new password in the place of an old one': ['postgresql://anna:old%40one@localhost/athleticu', 'new'],
} as const;

for (const [name, [line, password]] of Object.entries(lines)) {
  test(name, async () => {
    await expect(answer.call('for_sqlalchemy', line, password)).toGiveTheResultOf(
      reference.call('for_sqlalchemy', line, password),
      { rowOrder: 'exact' },
    );
  });
}
