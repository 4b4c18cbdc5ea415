import { expect, test } from 'vitest';
import { ConsoleIo } from './console-io';
import { InterruptError } from './shell/shell-io';

function open(): { io: ConsoleIo; shown: string[] } {
  const shown: string[] = [];
  const io = new ConsoleIo({
    write: (text) => shown.push(text),
    prompt: (text) => shown.push(text),
    pause: () => shown.push('(pause)'),
    edit: () => Promise.resolve(null),
  });
  return { io, shown };
}

const never = (): Promise<never> => new Promise(() => undefined);

test('waits for a line behind its prompt', async () => {
  const { io, shown } = open();
  const line = io.readLine('club=> ', false);
  expect(io.isReading).toBe(true);
  io.type('\\d');
  expect(await line).toBe('\\d');
  expect(io.isReading).toBe(false);
  expect(shown).toEqual(['club=> ']);
});

test('Ctrl-C ends what goes on, whatever it is, and says what it was', async () => {
  const { io, shown } = open();
  const line = io.readLine('', false);
  expect(io.interrupt()).toBe('line');
  await expect(line).rejects.toThrow(InterruptError);
  const statement = io.whileWaiting(never());
  expect(io.interrupt()).toBe('statement');
  await expect(statement).rejects.toThrow(InterruptError);
  const pause = io.sleep(60_000);
  expect(io.interrupt()).toBe('pause');
  await expect(pause).rejects.toThrow(InterruptError);
  expect(io.interrupt()).toBe('nothing');
  expect(shown).toEqual(['', '^CCancel request sent\n', '(pause)', '^C']);
});

test('others get their turn while a shell works without a pause', async () => {
  const { io } = open();
  const heard: string[] = [];
  setTimeout(() => heard.push('another'), 0);
  // A loop in which nobody else gets a turn has to end by itself.
  const until = performance.now() + 4_000;
  while (heard.length === 0 && performance.now() < until) await io.whileWaiting(Promise.resolve());
  expect(heard).toEqual(['another']);
});
