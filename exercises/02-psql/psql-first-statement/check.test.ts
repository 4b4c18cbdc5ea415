import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

const CLUBS = 'SELECT name, city FROM clubs';

test('adds the club and lists the clubs of Bergen', async () => {
  await expect(answer.printed).toGiveTheResultOf(reference.printed, { rowOrder: 'exact' });
  // Printed words alone could come from \echo.
  await expect(answer.inspect(CLUBS)).toGiveTheResultOf(reference.inspect(CLUBS), { rowOrder: 'any' });
});
