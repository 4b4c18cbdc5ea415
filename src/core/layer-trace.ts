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

/** Of the bytes that went over the line this many are kept, and of the kinds of messages in them. */
export const MAX_WIRE_BYTES = 64;
export const MAX_MESSAGES = 20;

const Text = v.string();
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Ms = v.pipe(v.number(), v.finite());

/** Values by the names under which SQL has them. */
const NamedSchema = v.pipe(
  v.array(v.pipe(v.object({ name: Text, value: v.nullable(Text) }), v.readonly())),
  v.readonly(),
);
export type NamedTexts = v.InferOutput<typeof NamedSchema>;

/** Messages of PostgreSQL's protocol that went one way: the first bytes of them, and what they are. */
const WireSchema = v.pipe(
  v.object({
    /** How many there are in all. */
    bytes: Count,
    /** The first of them, in hexadecimal. */
    hex: v.pipe(Text, v.regex(/^([0-9a-f]{2})*$/)),
    /** Each message's type letter and its length with the letter; equal types in a row are one entry. */
    messages: v.pipe(
      v.array(v.pipe(v.object({ type: Text, times: Count, bytes: Count }), v.readonly())),
      v.maxLength(MAX_MESSAGES),
      v.readonly(),
    ),
  }),
  v.readonly(),
);
export type Wire = v.InferOutput<typeof WireSchema>;

/** The thing itself that an event was about. */
export const TraceDetailSchema = v.variant('kind', [
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
  /** SQL with values beside it that have names, once or several times over. */
  v.pipe(
    v.object({
      kind: v.literal('bound'),
      sql: Text,
      /** The values of each time that it is meant for, or of the first few. */
      sets: v.pipe(v.array(NamedSchema), v.readonly()),
      /** How many times it is meant for. */
      count: Count,
      /** The SQL with the values written into it, where a driver does so before it sends it; `null` where none does. */
      written: v.nullable(Text),
      returned: v.nullable(Text),
    }),
    v.readonly(),
  ),
  /** An expression, and the SQL that a compiler made of it. */
  v.pipe(
    v.object({
      kind: v.literal('compiled'),
      /** The expression's parts, one a line, indented under what they are part of. */
      tree: Text,
      sql: Text,
      parameters: NamedSchema,
      /** Whether SQL was there from an equal expression before; `null` where nobody keeps any. */
      cache: v.nullable(v.picklist(['hit', 'miss', 'not-kept'])),
    }),
    v.readonly(),
  ),
  /** A line of the program, counted from 1. */
  v.pipe(v.object({ kind: v.literal('line'), file: Text, line: Count, text: Text }), v.readonly()),
  /** What is so at that moment, in pairs of a few words: the state of a pool, say. */
  v.pipe(
    v.object({
      kind: v.literal('facts'),
      facts: v.pipe(v.array(v.pipe(v.object({ name: Text, value: Text }), v.readonly())), v.readonly()),
    }),
    v.readonly(),
  ),
  /** The n-th of the report's statements, with the bytes that carried it there and its answer back. */
  v.pipe(v.object({ kind: v.literal('exchange'), index: Count, sent: WireSchema, received: WireSchema }), v.readonly()),
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
