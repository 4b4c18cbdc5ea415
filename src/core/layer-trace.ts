import * as v from 'valibot';

/** The layers between a program and its rows, from the top down: the swim lanes of a trace. */
export const LANES = ['code', 'orm', 'compiler', 'engine', 'pool', 'driver', 'server'] as const;
export type Lane = (typeof LANES)[number];

/** What each lane is called in the page. */
export const LANE_NAMES: Readonly<Record<Lane, string>> = {
  code: 'Your code',
  orm: 'ORM session',
  compiler: 'Expressions and compiler',
  engine: 'Engine and dialect',
  pool: 'Pool',
  driver: 'Driver',
  server: 'Server',
};

/** A trace is kept up to here, in events and in characters; the rest is dropped and the report says so. */
export const MAX_TRACE = { events: 300, characters: 100_000 } as const;

const Text = v.string();
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Ms = v.pipe(v.number(), v.finite());

/** The thing itself that an event was about. */
const TraceDetailSchema = v.variant('kind', [
  v.pipe(v.object({ kind: v.literal('text'), text: Text }), v.readonly()),
  /** SQL that is no answer yet: what a compiler wrote, or what a layer passes on. */
  v.pipe(
    v.object({
      kind: v.literal('sql'),
      sql: Text,
      parameters: v.pipe(v.array(v.nullable(Text)), v.readonly()),
      /** What came back, in a few words, such as a command tag; `null` where nothing does, or nothing has. */
      returned: v.nullable(Text),
    }),
    v.readonly(),
  ),
  /** The n-th of the report's statements, counted from 0, with its result. */
  v.pipe(v.object({ kind: v.literal('statement'), index: Count }), v.readonly()),
  /** How many clients a pool has, how many of them nobody uses, and how many callers wait for one. */
  v.pipe(v.object({ kind: v.literal('pool'), total: Count, idle: Count, waiting: Count, max: Count }), v.readonly()),
  /** What a session holds, and in which state. */
  v.pipe(
    v.object({
      kind: v.literal('objects'),
      objects: v.pipe(v.array(v.pipe(v.object({ name: Text, state: Text }), v.readonly())), v.readonly()),
    }),
    v.readonly(),
  ),
]);
export type TraceDetail = v.InferOutput<typeof TraceDetailSchema>;

/** One thing that one layer did. The events of a trace stand in the order in which they began. */
export const TraceEventSchema = v.pipe(
  v.object({
    lane: v.picklist(LANES),
    /** What happened, in a few words. */
    title: Text,
    /** Milliseconds since the first event. */
    at: Ms,
    /** Milliseconds that it took; `null` for what happens at a point in time, and for what never came to its end. */
    took: v.nullable(Ms),
    detail: TraceDetailSchema,
    /** Why it failed; `null` when it did not. */
    error: v.nullable(Text),
  }),
  v.readonly(),
);
export type TraceEvent = v.InferOutput<typeof TraceEventSchema>;

/** The lanes in which something happened, from the top down. */
export function lanesOf(trace: readonly TraceEvent[]): readonly Lane[] {
  return LANES.filter((lane) => trace.some((event) => event.lane === lane));
}
