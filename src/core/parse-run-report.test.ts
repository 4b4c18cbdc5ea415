import { describe, expect, test } from 'vitest';
import { parseOutputLine, parseRunReport } from './parse-run-report';
import { emptyReport, type RunReport } from './run-report';

const REPORT: RunReport = {
  ...emptyReport({ kind: 'completed' }),
  engine: 'postgres',
  output: [{ stream: 'log', text: 'hello' }],
  statements: [
    {
      sql: 'SELECT 1',
      parameters: [],
      result: {
        kind: 'rows',
        tag: 'SELECT 1',
        columns: [{ name: 'n', type: 'integer', oid: 23 }],
        rows: [['1']],
        rowCount: 1,
        notices: [],
      },
      ms: 1,
    },
  ],
  trace: [
    { lane: 'server', title: 'SELECT 1', at: 1, took: 1, detail: { kind: 'statement', index: 0 }, error: null },
    {
      lane: 'pool',
      title: 'Client handed out',
      at: 1,
      took: null,
      detail: { kind: 'pool', total: 1, idle: 0, waiting: 0, max: 1 },
      error: null,
    },
    {
      lane: 'orm',
      title: 'flush',
      at: 2,
      took: null,
      detail: { kind: 'objects', objects: [{ name: 'Club 1', state: 'persistent' }] },
      error: null,
    },
    {
      lane: 'server',
      title: 'SELECT 1',
      at: 3,
      took: 1,
      detail: {
        kind: 'exchange',
        index: 0,
        sent: { bytes: 14, hex: '510000000d', messages: [{ type: 'Q', times: 1, bytes: 14 }] },
        received: { bytes: 6, hex: '5a0000000549', messages: [{ type: 'Z', times: 1, bytes: 6 }] },
      },
      error: null,
    },
  ],
  value: [{ at: new Date(0), big: 1n, nothing: undefined, list: [null] }],
};

/** The report after a change deep inside it. */
function changed(path: readonly (string | number)[], value: unknown): unknown {
  const copy = structuredClone(REPORT);
  const last = path.at(-1) ?? '';
  const holder = path.slice(0, -1).reduce<object>((at, key) => Reflect.get(at, key) as object, copy);
  Reflect.set(holder, last, value);
  return copy;
}

test('a report comes through as it is', () => {
  expect(parseRunReport(structuredClone(REPORT))).toEqual(REPORT);
});

describe('what no run gives is not believed', () => {
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;
  let twice: unknown = [];
  for (let i = 0; i < 40; i++) twice = [twice, twice];
  test.each<[string, readonly (string | number)[], unknown]>([
    ['fewer rows counted than there are', ['statements', 0, 'result', 'rowCount'], 0],
    ['cells without a column', ['statements', 0, 'result', 'rows'], [['1', '2']]],
    ['a cell that is no text', ['statements', 0, 'result', 'rows'], [[1]]],
    ['a line that is no text', ['output', 0, 'text'], { toString: 'x' }],
    ['an outcome that only the page knows', ['outcome'], { kind: 'stopped' }],
    ['an unknown engine', ['engine'], 'oracle'],
    ['a value that contains itself', ['value'], cyclic],
    ['a value that would take for ever to read', ['value'], twice],
    ['a value of a class', ['value'], new Map()],
    ['no statements', ['statements'], undefined],
    ['an event about a statement that there is not', ['trace', 0, 'detail', 'index'], 1],
    ['bytes of a statement that there is not', ['trace', 3, 'detail', 'index'], 1],
    ['bytes that are none', ['trace', 3, 'detail', 'sent', 'hex'], '<b>'],
    ['an event in no lane', ['trace', 0, 'lane'], 'page'],
    ['a detail of no kind', ['trace', 0, 'detail'], { kind: 'html', text: '' }],
    ['less than no clients', ['trace', 1, 'detail', 'idle'], -1],
    ['more events than are kept', ['trace'], Array.from({ length: 301 }, () => REPORT.trace[1])],
  ])('%s', (_name, path, value) => {
    expect(parseRunReport(changed(path, value))).toBeNull();
  });

  test('nothing at all', () => {
    expect(parseRunReport(undefined)).toBeNull();
    expect(parseOutputLine({ stream: 'log', text: 1 })).toBeNull();
  });
});
