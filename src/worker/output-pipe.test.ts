import { expect, test } from 'vitest';
import { type Output, OutputPipe } from './output-pipe';

test('gathers what is written at once', async () => {
  const sent: Output[] = [];
  const pipe = new OutputPipe((output) => {
    sent.push(output);
    return Promise.resolve();
  });
  pipe.write('one\n', 'out');
  pipe.write('two\n', 'out');
  pipe.write('ERROR\n', 'err');
  await pipe.flush();
  expect(sent).toEqual([
    {
      dropped: 0,
      pieces: [
        { stream: 'out', text: 'one\ntwo\n' },
        { stream: 'err', text: 'ERROR\n' },
      ],
    },
  ]);
});

test('has one message under way at a time, and flush waits for the last', async () => {
  const sent: string[] = [];
  let underWay = 0;
  const pipe = new OutputPipe(async ({ pieces }) => {
    expect(++underWay).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 30));
    underWay--;
    sent.push(pieces.map(({ text }) => text).join(''));
  });
  pipe.write('a', 'out');
  await new Promise((resolve) => setTimeout(resolve, 35));
  pipe.write('b', 'out');
  pipe.write('c', 'out');
  await pipe.flush();
  expect(sent).toEqual(['a', 'bc']);
});

test('keeps the last part of too much, and counts the lines that it leaves out', async () => {
  const sent: Output[] = [];
  const pipe = new OutputPipe((output) => {
    sent.push(output);
    return Promise.resolve();
  });
  for (let n = 1; n <= 100_000; n++) pipe.write(`line ${String(n).padStart(6, '0')}\n`, n % 2 ? 'out' : 'err');
  await pipe.flush();
  expect(sent).toHaveLength(1);
  const [{ dropped, pieces } = { dropped: 0, pieces: [] }] = sent;
  const text = pieces.map((piece) => piece.text).join('');
  const lines = text.split('\n').slice(0, -1);
  expect(lines.at(-1)).toBe('line 100000');
  expect(lines[0]).toBe(`line ${String(dropped + 1).padStart(6, '0')}`);
  expect(text.length).toBeLessThanOrEqual(300_000);
});
