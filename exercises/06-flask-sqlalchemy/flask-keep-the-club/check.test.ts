import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

const visit = (...lines: readonly string[]): string =>
  `[exec(${JSON.stringify(
    [
      'def visit():',
      '    client = app.test_client()',
      "    post = lambda name, city: client.post('/clubs', json={'name': name, 'city': city})",
      "    listed = lambda: client.get('/clubs').get_json(silent=True) or []",
      ...lines.map((line) => `    ${line}`),
    ].join('\n'),
  )}, globals()), visit()][1]`;

test('a new club is answered with 201, and listed by the next request', async () => {
  const added = visit(
    "made = post('Fell & Field', \"St. Mary's\")",
    'found = made.get_json(silent=True)',
    "names = [[club['name'], club['city']] for club in listed()]",
    "return {'status': made.status_code, 'listed as answered': found in listed(), 'clubs': names[-1:]}",
  );
  await expect(answer.value(added)).toGiveTheResultOf(reference.value(added), { rowOrder: 'exact' });
});

test('a name that is taken is answered with 409, and changes nothing', async () => {
  const taken = visit(
    "first = post('Fell & Field', 'Keswick')",
    'before = listed()',
    "second = post('Fell & Field', 'Oslo')",
    "answers = {'first': first.status_code, 'second': second.status_code, 'second says': second.get_json(silent=True)}",
    "return answers | {'the list is as before': listed() == before}",
  );
  await expect(answer.value(taken)).toGiveTheResultOf(reference.value(taken), { rowOrder: 'exact' });
});

test('goes on after a refused one', async () => {
  const onwards = visit(
    "statuses = [post(name, 'Oslo').status_code for name in ['Aker', 'Aker', 'Bislett', 'Bislett', 'Cross']]",
    "return {'statuses': statuses, 'newest': [club['name'] for club in listed()][-3:]}",
  );
  await expect(answer.value(onwards)).toGiveTheResultOf(reference.value(onwards), { rowOrder: 'exact' });
});
