// A round of random statements, the same each time, so that a change is to blame when it fails. For others:
// `npm run test:differential -- --random N --seed SEED`.
import { expect, test } from 'vitest';
import { runRandom } from './random/run';

const STATEMENTS = 1000;
const SEED = 20261124;

test('random statements give the same on every engine', { timeout: 600_000 }, async () => {
  expect(await runRandom(STATEMENTS, SEED)).toBe(true);
});
