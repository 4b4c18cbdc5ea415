import { expect, test } from 'vitest';
import { Rerunner } from './rerunner';

test('runs once more, however often it is asked while it runs', async () => {
  let runs = 0;
  let finish: () => void = () => undefined;
  const rerunner = new Rerunner(() => {
    runs++;
    return new Promise((resolve) => {
      finish = resolve;
    });
  });
  const first = rerunner.run();
  void rerunner.run();
  const last = rerunner.run();
  expect(runs).toBe(1);
  finish();
  await Promise.resolve();
  expect(runs).toBe(2);
  finish();
  await Promise.all([first, last, rerunner.settled()]);
  expect(runs).toBe(2);

  void rerunner.run();
  expect(runs).toBe(3);
});
