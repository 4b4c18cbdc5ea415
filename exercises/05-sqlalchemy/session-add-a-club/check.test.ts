import { expect, test } from 'vitest';
import { answer, reference } from '#checker';

const CLUB = "SELECT name, city FROM clubs WHERE name = 'Fell & Field'";
const ATHLETES = `
  SELECT a.name, a.born_on, c.name AS club, c.city
  FROM athletes AS a LEFT JOIN clubs AS c ON c.id = a.club_id
  WHERE a.name IN ('Tove Dahl', 'Kim Ek')`;
const COUNTS = 'SELECT (SELECT count(*) FROM clubs) AS clubs, (SELECT count(*) FROM athletes) AS athletes';

test('the club is saved', async () => {
  await expect(answer.inspect(CLUB)).toGiveTheResultOf(reference.inspect(CLUB), { rowOrder: 'any' });
});

test('both athletes are saved, and belong to it', async () => {
  await expect(answer.inspect(ATHLETES)).toGiveTheResultOf(reference.inspect(ATHLETES), { rowOrder: 'any' });
});

test('nothing else is added or lost', async () => {
  await expect(answer.inspect(COUNTS)).toGiveTheResultOf(reference.inspect(COUNTS), { rowOrder: 'any' });
});
