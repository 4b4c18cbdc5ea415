import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

// Not the athlete of the starter's last line, who has another name by now if the answer commits.
const ATHLETE = 2;

test('gives the name before and the name after', async () => {
  await expect(answer.call('names', ATHLETE)).toGiveTheResultOf(reference.call('names', ATHLETE), {
    rowOrder: 'exact',
  });
});

test('asks the database, whatever becomes of the row', async () => {
  const update = "UPDATE athletes SET name = 'Somebody Else' WHERE id = :id";
  const replaced =
    '[globals().update(normalise=lambda session, athlete_id: ' +
    `session.execute(__import__('sqlalchemy').text("${update}"), {'id': athlete_id})), names(${String(ATHLETE)})][1]`;
  await expect(answer.value(replaced)).toGiveTheResultOf(reference.value(replaced), { rowOrder: 'exact' });
});
