/** PostgreSQL's built-in types by object identifier (pg_type.oid), as `format_type` spells them. */
const BUILT_IN: Readonly<Record<number, string>> = {
  16: 'boolean',
  17: 'bytea',
  18: '"char"',
  19: 'name',
  20: 'bigint',
  21: 'smallint',
  23: 'integer',
  25: 'text',
  26: 'oid',
  114: 'json',
  700: 'real',
  701: 'double precision',
  705: 'unknown',
  1042: 'character',
  1043: 'character varying',
  1082: 'date',
  1083: 'time without time zone',
  1114: 'timestamp without time zone',
  1184: 'timestamp with time zone',
  1186: 'interval',
  1700: 'numeric',
  2278: 'void',
  2950: 'uuid',
  3802: 'jsonb',
};

const hasModifier = (modifier: number): boolean => modifier !== -1;

/**
 * The name of a type, or `#oid,modifier` for one that only the server can name.
 * @param modifier pg_attribute.atttypmod; -1 means none
 */
export function typeName(oid: number, modifier: number): string {
  const name = BUILT_IN[oid];
  if (name === undefined) return `#${String(oid)},${hasModifier(modifier) ? String(modifier) : 'NULL'}`;
  if (!hasModifier(modifier)) return name;
  // numeric keeps precision and scale in its modifier, the character types their length, each with an offset of 4.
  const size = modifier - 4;
  if (oid === 1700) return `numeric(${String((size >> 16) & 0xffff)},${String(((size & 0x7ff) ^ 1024) - 1024)})`;
  if (oid === 1042 || oid === 1043) return `${name}(${String(size)})`;
  return `#${String(oid)},${String(modifier)}`;
}
