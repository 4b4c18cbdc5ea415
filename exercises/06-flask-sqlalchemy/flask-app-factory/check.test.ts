import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

const URI = 'postgresql+psycopg2://postgres@localhost/athleticu';

test('the page /clubs lists the clubs', async () => {
  const page =
    "(lambda response: {'status': response.status_code, 'clubs': response.get_json(silent=True)})" +
    `(create_app('${URI}').test_client().get('/clubs'))`;
  await expect(answer.value(page)).toGiveTheResultOf(reference.value(page), { rowOrder: 'exact' });
});

test('uses the database that it is told', async () => {
  const uri = `create_app('${URI}?application_name=check').config['SQLALCHEMY_DATABASE_URI']`;
  await expect(answer.value(uri)).toGiveTheResultOf(reference.value(uri), { rowOrder: 'exact' });
});

test('makes a new app each time, and each has the page', async () => {
  const two =
    `[made := [create_app('${URI}'), create_app('${URI}')], ` +
    "['one app' if made[0] is made[1] else 'two apps', [app.test_client().get('/clubs').status_code for app in made]]][1]";
  await expect(answer.value(two)).toGiveTheResultOf(reference.value(two), { rowOrder: 'exact' });
});
