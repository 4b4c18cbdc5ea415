import * as v from 'valibot';
import type { Evaluation, PlainValue } from '../../core/run-report';

const BigInteger = v.strictObject({ $bigint: v.string() });
const SpecialNumber = v.strictObject({ $number: v.picklist(['NaN', 'Infinity', '-Infinity']) });

/** A value in the form that layer_by_layer/plain.py reads: JSON, and marks for what JSON has no form for. */
function encode(value: PlainValue): unknown {
  if (typeof value === 'bigint') return { $bigint: String(value) };
  if (typeof value === 'number' && !Number.isFinite(value)) return { $number: String(value) };
  if (value instanceof Date) return { $date: value.toISOString() };
  if (Array.isArray(value)) return (value as readonly PlainValue[]).map(encode);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encode(item)]));
  }
  return value ?? null;
}

/** What to do after the program, in that form. */
export function encodePlain(evaluation: Evaluation): unknown {
  return evaluation.kind === 'call' ? { ...evaluation, args: evaluation.args.map(encode) } : evaluation;
}

/** Reads what layer_by_layer/plain.py gives. */
export function decodePlain(value: unknown): PlainValue {
  if (Array.isArray(value)) return value.map(decodePlain);
  if (typeof value === 'object' && value !== null) {
    const bigInteger = v.safeParse(BigInteger, value);
    if (bigInteger.success) return BigInt(bigInteger.output.$bigint);
    const special = v.safeParse(SpecialNumber, value);
    if (special.success) return Number(special.output.$number);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decodePlain(item)]));
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
