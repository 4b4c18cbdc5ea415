import { outside } from './outside';

/** The types that pg-mem knows our functions by. */
export type ArgumentType = 'integer' | 'text' | 'date' | 'boolean' | 'float';

/** A function that pg-mem calls: it lacks it, or its own is not PostgreSQL's. NULL gives NULL without a call. */
export interface OwnFunction {
  readonly name: string;
  readonly args: readonly ArgumentType[];
  readonly returns: ArgumentType;
  readonly implementation: (...args: never[]) => unknown;
}

const MAX_INTEGER = 2_147_483_647;
const DAY_MS = 86_400_000;

/** An integer; where PostgreSQL would report that it is out of range, it has to. */
export function checkedInteger(value: number): number {
  // No -0.
  return Number.isInteger(value) && value <= MAX_INTEGER && value >= -MAX_INTEGER - 1 ? value + 0 : outside();
}

function like(text: string, pattern: string): boolean {
  // A backslash takes away the meaning of the character after it; at the end it is an error.
  const source = pattern.replace(/\\([^])|[^]/gu, (character, escaped: string | undefined) => {
    if (escaped === undefined && character === '%') return '[^]*';
    if (escaped === undefined && character === '_') return '[^]';
    if (character === '\\') return outside();
    return (escaped ?? character).replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
  });
  return new RegExp(`^${source}$`, 'u').test(text);
}

/** ASCII, the letters of Latin-1 that have two cases there, and punctuation: the same in every locale of PostgreSQL's. */
const SAME_CASES = /^[\0-\x7f\xc0-\xd6\xd8-\xde\xe0-\xf6\xf8-\xfe\u2010-\u2027]*$/;
const sameCases = (text: string): string => (SAME_CASES.test(text) ? text : outside());
const upper = (text: string): string => sameCases(text).toUpperCase();
const lower = (text: string): string => sameCases(text).toLowerCase();

/** Only these letters beyond ASCII have a lower case within it. */
const LOWER_IN_ASCII = /[\u0130\u212a]/;

function ilike(text: string, pattern: string): boolean {
  if (/[^\0-\x7f]/.test(pattern) || LOWER_IN_ASCII.test(text)) outside();
  const small = (any: string): string => any.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  return like(small(text), small(pattern));
}

const characters = (text: string): string[] => Array.from(text);

function substring(text: string, start: number, count: number): string {
  if (count < 0) outside();
  return characters(text)
    .slice(Math.max(start - 1, 0), Math.max(start - 1 + count, 0))
    .join('');
}

const text1 = { args: ['text'] as const, returns: 'text' as const };
const arithmetic = { args: ['integer', 'integer'] as const, returns: 'integer' as const };
const matching = { args: ['text', 'text'] as const, returns: 'boolean' as const };
const ofDate = { args: ['date'] as const, returns: 'integer' as const };

/** The names stand in no data set, and in none of pg-mem's own functions. */
export const OWN_FUNCTIONS = [
  { name: 'own_upper', ...text1, implementation: upper },
  { name: 'own_lower', ...text1, implementation: lower },
  { name: 'own_trim', ...text1, implementation: (text: string) => text.replace(/^ +| +$/g, '') },
  { name: 'own_length', args: ['text'], returns: 'integer', implementation: (text: string) => characters(text).length },
  {
    name: 'own_left',
    args: ['text', 'integer'],
    returns: 'text',
    implementation: (text: string, count: number) => substring(text, 1, count),
  },
  {
    name: 'own_right',
    args: ['text', 'integer'],
    returns: 'text',
    implementation: (text: string, count: number) =>
      substring(text, Math.max(characters(text).length - count, 0) + 1, count),
  },
  { name: 'own_substring', args: ['text', 'integer', 'integer'], returns: 'text', implementation: substring },
  {
    name: 'own_replace',
    args: ['text', 'text', 'text'],
    returns: 'text',
    implementation: (text: string, from: string, to: string) => (from === '' ? text : text.split(from).join(to)),
  },
  { name: 'own_like', ...matching, implementation: like },
  {
    name: 'own_ilike',
    ...matching,
    implementation: ilike,
  },
  { name: 'own_add', ...arithmetic, implementation: (a: number, b: number) => checkedInteger(a + b) },
  { name: 'own_subtract', ...arithmetic, implementation: (a: number, b: number) => checkedInteger(a - b) },
  { name: 'own_multiply', ...arithmetic, implementation: (a: number, b: number) => checkedInteger(a * b) },
  { name: 'own_divide', ...arithmetic, implementation: (a: number, b: number) => checkedInteger(Math.trunc(a / b)) },
  { name: 'own_modulo', ...arithmetic, implementation: (a: number, b: number) => checkedInteger(a % b) },
  {
    name: 'own_days',
    args: ['date', 'date'],
    returns: 'integer',
    implementation: (a: Date, b: Date) => (a.getTime() - b.getTime()) / DAY_MS,
  },
  { name: 'own_year', ...ofDate, implementation: (date: Date) => date.getUTCFullYear() },
  { name: 'own_month', ...ofDate, implementation: (date: Date) => date.getUTCMonth() + 1 },
  { name: 'own_day', ...ofDate, implementation: (date: Date) => date.getUTCDate() },
  {
    name: 'own_units',
    args: ['float', 'integer'],
    returns: 'float',
    implementation: (value: number, scale: number) => Math.round(value * 10 ** scale),
  },
] as const satisfies readonly OwnFunction[];

export type OwnFunctionName = (typeof OWN_FUNCTIONS)[number]['name'];
