import type { Alignment } from './printed-table';

/** int8, int2, int4, oid, xid, cid, float4, float8, money, numeric, xid8. */
const NUMERIC_TYPES = new Set([20, 21, 23, 26, 28, 29, 700, 701, 790, 1700, 5069]);

/** On which side psql sets a column's values. @param oid the type's */
export function alignmentOf(oid: number): Alignment {
  return NUMERIC_TYPES.has(oid) ? 'right' : 'left';
}
