import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

const one = { name: 'Liv Aas', born_on: '2006-01-02', email: 'liv@example.org' };
const two = { name: "Kate O'Brien", born_on: '1999-01-05', email: 'kate@example.org' };
const sameEmail = { name: 'Liv Aasen', born_on: '2004-12-24', email: 'liv@example.org' };
const nameless = { name: null, born_on: '2004-12-24', email: 'who@example.org' };

const lists = {
  'adds all of a list': [one, two],
  'adds none when the last one is refused': [one, two, sameEmail],
  'adds none when one in the middle is refused': [one, nameless, two],
  'adds none when the first one is refused': [nameless, one],
};

for (const [name, list] of Object.entries(lists)) {
  test(name, async () => {
    await expect(answer.call('enrol', list)).toGiveTheResultOf(reference.call('enrol', list), {
      rowOrder: 'exact',
    });
  });
}
