import { afterEach, expect, test, vi } from 'vitest';
import { fetchWorkerScripts } from './fetch-worker-scripts';

const ENTRY = new URL('https://example.org/course/js/run.1.js');

const LIST = '{"scripts":["2.js","run.1.js"],"libraries":{"orm":["3.js"]}}';

/** A site of these files. */
function serve(files: Readonly<Record<string, string>>): void {
  vi.stubGlobal('fetch', (address: string) => {
    const text = files[address];
    return Promise.resolve(text === undefined ? new Response('', { status: 404 }) : new Response(text));
  });
}
afterEach(() => {
  vi.unstubAllGlobals();
});

test('fetches all that is listed beside a script', async () => {
  serve({
    'https://example.org/course/js/run.1.js.json': LIST,
    'https://example.org/course/js/run.1.js': 'first',
    'https://example.org/course/js/2.js': 'second',
  });
  expect(await fetchWorkerScripts(ENTRY)).toEqual({
    kind: 'scripts',
    entry: ENTRY.href,
    scripts: [
      ['https://example.org/course/js/2.js', 'second'],
      [ENTRY.href, 'first'],
    ],
  });
});

test('fetches what only some programs need by itself', async () => {
  serve({
    'https://example.org/course/js/run.1.js.json': LIST,
    'https://example.org/course/js/3.js': 'third',
  });
  expect((await fetchWorkerScripts(ENTRY, 'orm')).scripts).toEqual([['https://example.org/course/js/3.js', 'third']]);
  await expect(fetchWorkerScripts(ENTRY, 'other')).rejects.toThrow('no library "other"');
});

test('says so when one of them cannot be had', async () => {
  serve({ 'https://example.org/course/js/run.1.js.json': LIST });
  await expect(fetchWorkerScripts(ENTRY)).rejects.toThrow('Are you offline?');
});

test('a list that is none is an error', async () => {
  serve({ 'https://example.org/course/js/run.1.js.json': '{"not":"a list"}' });
  await expect(fetchWorkerScripts(ENTRY)).rejects.toThrow('is none');
});
