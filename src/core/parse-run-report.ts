import * as v from 'valibot';
import { MAX_ROWS } from './database';
import { MAX_TRACE, TraceEventSchema } from './layer-trace';
import { MAX_PAGE, type OutputLine, type PlainValue, type RunReport } from './run-report';

/** Deeper than any value that a run gives. */
const MAX_DEPTH = 50;

function isPlainValue(value: unknown, seen = new Set<object>(), depth = 0): value is PlainValue {
  if (typeof value === 'function' || typeof value === 'symbol') return false;
  if (typeof value !== 'object' || value === null || value instanceof Date) return true;
  // Data in which parts come twice could take for ever to walk through.
  if (seen.has(value) || depth > MAX_DEPTH) return false;
  seen.add(value);
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.values(value).every((item) => isPlainValue(item, seen, depth + 1));
}

const Text = v.string();
const TextOrNull = v.nullable(v.string());
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Ms = v.pipe(v.number(), v.finite());
const Cells = v.array(TextOrNull);
const At = v.nullable(v.object({ line: Count, column: Count }));

const Notices = v.array(
  v.object({ severity: Text, sqlstate: Text, message: Text, detail: TextOrNull, hint: TextOrNull }),
);

const SqlErrorFields = v.object({
  severity: Text,
  sqlstate: Text,
  message: Text,
  detail: TextOrNull,
  hint: TextOrNull,
  position: v.nullable(v.number()),
  where: TextOrNull,
  schema: TextOrNull,
  table: TextOrNull,
  column: TextOrNull,
  dataType: TextOrNull,
  constraint: TextOrNull,
});

const Result = v.variant('kind', [
  v.pipe(
    v.object({
      kind: v.literal('rows'),
      tag: Text,
      columns: v.array(v.object({ name: Text, type: Text, oid: v.number() })),
      rows: v.pipe(v.array(Cells), v.maxLength(MAX_ROWS)),
      rowCount: Count,
      notices: Notices,
    }),
    v.check(({ rows, rowCount, columns }) => {
      return rowCount >= rows.length && rows.every((row) => row.length === columns.length);
    }),
  ),
  v.object({ kind: v.literal('command'), tag: Text, notices: Notices }),
  v.object({ kind: v.literal('error'), error: SqlErrorFields, notices: Notices }),
]);

const Failure = v.variant('kind', [
  v.object({ kind: v.literal('sql'), error: SqlErrorFields, statement: Text, at: At }),
  v.object({ kind: v.literal('syntax'), message: Text, at: At }),
  v.object({ kind: v.literal('exception'), name: Text, message: Text, at: At }),
  v.object({ kind: v.literal('import'), module: Text, offered: v.array(Text), at: At }),
  v.object({ kind: v.literal('missing-export'), name: Text, exported: v.array(Text) }),
]);

const Line = v.object({ stream: v.picklist(['log', 'warn', 'error', 'input']), text: Text });

const ReportFields = v.object({
  // Timeouts and Stop are known to whoever started the run, not to the worker.
  outcome: v.variant('kind', [
    v.object({ kind: v.literal('completed') }),
    v.object({ kind: v.literal('failed'), error: Failure }),
    v.object({ kind: v.literal('out-of-memory') }),
    v.object({ kind: v.literal('not-loaded'), message: Text }),
    v.object({ kind: v.literal('engine-failed'), message: Text }),
  ]),
  engine: v.nullable(v.picklist(['pg-mem', 'postgres', 'server'])),
  output: v.array(Line),
  outputCut: v.boolean(),
  statements: v.array(v.object({ sql: Text, parameters: Cells, result: Result, ms: Ms })),
  trace: v.pipe(v.array(TraceEventSchema), v.maxLength(MAX_TRACE.events)),
  traceCut: v.boolean(),
  page: v.nullable(v.object({ request: TextOrNull, status: Text, html: v.pipe(Text, v.maxLength(MAX_PAGE)) })),
  value: v.custom<PlainValue>((value) => isPlainValue(value)),
  ms: Ms,
  // A worker's report is the first word; whoever asks PostgreSQL about it adds the last.
  lastWord: v.null(),
});

const Report = v.pipe(
  ReportFields,
  v.check(({ trace, statements }) => {
    return trace.every(({ detail }) => {
      return !(detail.kind === 'statement' || detail.kind === 'exchange') || detail.index < statements.length;
    });
  }),
);

/**
 * Reads what a run worker gives as its report. A learner's program shares its worker with what makes the report, and
 * may have tampered with it: nothing of it is believed before it has this form.
 * @returns `null` when it does not
 */
export function parseRunReport(given: unknown): RunReport | null {
  const parsed = v.safeParse(Report, given, { abortEarly: true });
  return parsed.success ? parsed.output : null;
}

/** Reads a line that a run worker says its program printed; `null` when it is none. */
export function parseOutputLine(given: unknown): OutputLine | null {
  const parsed = v.safeParse(Line, given, { abortEarly: true });
  return parsed.success ? parsed.output : null;
}
