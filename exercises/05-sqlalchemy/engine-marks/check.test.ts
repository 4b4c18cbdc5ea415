import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

const athletes = {
  'lists the marks of an athlete, sorted': 'Ida Solberg',
  'leaves out attempts without a mark': 'Noor Haddad',
  'takes a name that looks like SQL for a name': "nobody' OR 'x' = 'x",
  'finds a name with a quote': "Maeve O'Brien",
};

for (const [name, athlete] of Object.entries(athletes)) {
  test(name, async () => {
    await expect(answer.call('marks', athlete)).toGiveTheResultOf(reference.call('marks', athlete), {
      rowOrder: 'exact',
      columnOrder: 'any',
    });
  });
}
