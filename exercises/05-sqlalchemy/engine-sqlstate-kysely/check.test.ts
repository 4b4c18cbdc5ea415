import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

const clubs = {
  'gives the name of a new club': ["St. John's Harriers", 'Cork'],
  'gives the code for a name that is taken, on one of the data sets': ['Velocity', 'Keswick'],
  'gives the code for a missing name': [null, 'Keswick'],
  'gives the code for a missing city': ['Lough', null],
};
for (const [name, club] of Object.entries(clubs)) {
  test(name, async () => {
    await expect(answer.call('addClub', ...club)).toGiveTheResultOf(reference.call('addClub', ...club), {
      rowOrder: 'exact',
    });
  });
}
