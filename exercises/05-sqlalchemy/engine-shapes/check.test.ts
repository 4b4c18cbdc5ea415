import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

test('how_many gives a number', async () => {
  await expect(answer.call('how_many')).toGiveTheResultOf(reference.call('how_many'), { rowOrder: 'exact' });
});

test('names gives strings, sorted', async () => {
  await expect(answer.call('names')).toGiveTheResultOf(reference.call('names'), { rowOrder: 'exact' });
});

for (const id of [1, 4, 999]) {
  test(`club gives what it should for the id ${String(id)}`, async () => {
    await expect(answer.value(`[club(${String(id)})]`)).toGiveTheResultOf(reference.value(`[club(${String(id)})]`), {
      rowOrder: 'exact',
      columnOrder: 'any',
    });
  });
}

/** What a call gives, or the name of the error that it raises. */
function outcome(call: string): string {
  const program = `try:\n    came.append(${call})\nexcept Exception as error:\n    came.append(type(error).__name__)`;
  return `(lambda came: (exec(${JSON.stringify(program)}, {**globals(), "came": came}), came[0])[1])([])`;
}

for (const city of ['Turku', 'Bergen', 'Aarhus', "L'Aquila"]) {
  test(`only_club answers or refuses for ${city}`, async () => {
    const asked = outcome(`only_club(${JSON.stringify(city)})`);
    await expect(answer.value(asked)).toGiveTheResultOf(reference.value(asked), { rowOrder: 'exact' });
  });
}
