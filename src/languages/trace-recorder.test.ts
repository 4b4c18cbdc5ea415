import { expect, test } from 'vitest';
import { MAX_TRACE } from '../core/layer-trace';
import { TraceRecorder } from './trace-recorder';

const DETAIL = { kind: 'text', text: 'words' } as const;

test('events stand in the order in which they began, with what their end told', async () => {
  const trace = new TraceRecorder();
  const end = trace.begin('engine', 'outer', DETAIL);
  trace.note('pool', 'inner', DETAIL);
  await expect(trace.during('driver', 'fails', DETAIL, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  end({ detail: { kind: 'text', text: 'done' } });
  expect(trace.events).toMatchObject([
    { title: 'outer', detail: { text: 'done' }, error: null },
    { title: 'inner', took: null },
    { title: 'fails', error: 'no' },
  ]);
  expect(trace.events[0]?.took).toBeGreaterThanOrEqual(trace.events[2]?.took ?? Infinity);
});

test('what has no end took no known time', () => {
  const trace = new TraceRecorder();
  trace.begin('server', 'begun', DETAIL);
  expect(trace.events).toMatchObject([{ took: null }]);
});

test('no more events are kept than the limit, and it says so', () => {
  const trace = new TraceRecorder();
  const first = trace.begin('server', 'first', DETAIL);
  for (let i = 0; i < MAX_TRACE.events; i++) {
    expect(trace.cut).toBe(false);
    trace.begin('code', 'line', DETAIL)();
  }
  expect(trace.cut).toBe(true);
  expect(trace.events).toHaveLength(MAX_TRACE.events);
  first();
  expect(trace.events[0]?.took).not.toBeNull();
});

test('an end that is too long to be kept leaves what the beginning told', () => {
  const trace = new TraceRecorder();
  trace.begin('compiler', 'long', DETAIL)({ detail: { kind: 'text', text: 'x'.repeat(MAX_TRACE.characters) } });
  expect(trace).toMatchObject({ cut: true, events: [{ detail: DETAIL }] });
  expect(trace.events[0]?.took).not.toBeNull();
});

test('nothing is kept after what is too long to be kept', () => {
  const trace = new TraceRecorder();
  trace.note('code', 'long', { kind: 'text', text: 'x'.repeat(MAX_TRACE.characters) });
  trace.note('code', 'short', DETAIL);
  expect(trace).toMatchObject({ cut: true, events: [] });
});
