import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

/**
 * The SQL and the parameters, in which the parameter may have any name: each value stands in angle brackets where its
 * placeholder was. White space between words is no matter of PostgreSQL's.
 */
const asHandedOver = (call: string): string =>
  '(lambda sql, parameters: " ".join((sql % __import__("collections").defaultdict(lambda: "<no value>", ' +
  `{name: f"<{value}>" for name, value in dict(parameters).items()})).split()))(*${call})`;

for (const city of ['Bergen', "L'Aquila", "nowhere' OR 'x' = 'x"]) {
  test(`gives the SQL and the parameters for ${city}`, async () => {
    const given = asHandedOver(`written(${JSON.stringify(city)})`);
    await expect(answer.value(given)).toGiveTheResultOf(reference.value(given), { rowOrder: 'exact' });
  });
}

test('sends nothing', async () => {
  const { statements } = await answer.run();
  expect(statements.length > 0 ? 'The program sends something to PostgreSQL.' : 'Nothing is sent.').toBe(
    'Nothing is sent.',
  );
});
