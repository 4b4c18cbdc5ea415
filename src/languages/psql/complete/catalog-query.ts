/** Things in a database that have names. */
export type NamedThing =
  | 'relation'
  | 'table'
  | 'view'
  | 'materialized view'
  | 'index'
  | 'sequence'
  | 'function'
  | 'type'
  | 'schema'
  | 'role'
  | 'database'
  | 'extension'
  | 'setting';

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Kinds of relations, as the catalog marks them. */
const RELATIONS: Partial<Record<NamedThing, string>> = {
  relation: "'r','p','v','m','f','S'",
  table: "'r','p'",
  view: "'v'",
  'materialized view': "'m'",
  index: "'i','I'",
  sequence: "'S'",
};

/** What has a name in no schema: the catalog, and the column with the name. */
const WITHOUT_SCHEMA: Partial<Record<NamedThing, readonly [from: string, name: string]>> = {
  schema: ['pg_catalog.pg_namespace', 'nspname'],
  role: ['pg_catalog.pg_roles', 'rolname'],
  database: ['pg_catalog.pg_database WHERE datallowconn', 'datname'],
  extension: ['pg_catalog.pg_extension', 'extname'],
  setting: ['pg_catalog.pg_settings', 'name'],
};

interface InSchema {
  readonly from: string;
  readonly name: string;
  readonly schema: string;
  readonly isVisible: string;
  readonly condition: string;
}

function inSchema(thing: NamedThing): InSchema {
  switch (thing) {
    case 'function':
      return {
        from: 'pg_catalog.pg_proc',
        name: 'proname',
        schema: 'pronamespace',
        isVisible: 'pg_catalog.pg_function_is_visible(c.oid)',
        condition: 'true',
      };
    case 'type':
      return {
        from: 'pg_catalog.pg_type',
        name: 'typname',
        schema: 'typnamespace',
        isVisible: 'pg_catalog.pg_type_is_visible(c.oid)',
        condition: "c.typname !~ '^_' AND c.typtype <> 'c'",
      };
    default:
      return {
        from: 'pg_catalog.pg_class',
        name: 'relname',
        schema: 'relnamespace',
        isVisible: 'pg_catalog.pg_table_is_visible(c.oid)',
        condition: `c.relkind IN (${RELATIONS[thing] ?? "'r'"})`,
      };
  }
}

/** More than anybody reads. */
const MOST = 200;

function startsWith(expression: string, begun: string): string {
  // Without quotes, PostgreSQL takes capitals for small letters.
  const typed = begun.startsWith('"') ? begun : begun.toLowerCase();
  const names = typed.startsWith('"')
    ? `'"' || replace(${expression}::text, '"', '""') || '"'`
    : `pg_catalog.quote_ident(${expression}::text)`;
  return `pg_catalog.starts_with(${names}, ${literal(typed)})`;
}

/**
 * A query for the names of things that begin in a certain way, each as it would be typed: quoted where it has to be, and
 * with its schema where one was typed. As psql does, it leaves the system's own out until somebody begins with `pg_`.
 */
export function catalogQuery(thing: NamedThing, begun: string): string {
  const plain = WITHOUT_SCHEMA[thing];
  if (plain) {
    const [from, name] = plain;
    const and = from.includes(' WHERE ') ? 'AND' : 'WHERE';
    const systems = thing === 'setting' || begun.startsWith('pg_') ? '' : ` AND ${name} !~ '^pg_'`;
    const shown = thing === 'setting' ? name : `pg_catalog.quote_ident(${name})`;
    return `SELECT ${shown} FROM ${from} ${and} ${startsWith(name, begun)}${systems} ORDER BY 1 LIMIT ${MOST}`;
  }
  const { from, name, schema, isVisible, condition } = inSchema(thing);
  const dot = /^((?:"[^"]*"|[^".])*)\.(.*)$/.exec(begun);
  const source = `${from} c JOIN pg_catalog.pg_namespace n ON n.oid = c.${schema}`;
  if (dot) {
    const [, inside = '', rest = ''] = dot;
    const quoted = inside.startsWith('"') ? inside.replaceAll('"', '') : inside.toLowerCase();
    return `SELECT DISTINCT pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.${name})
FROM ${source}
WHERE ${condition} AND n.nspname = ${literal(quoted)} AND ${startsWith(`c.${name}`, rest)} ORDER BY 1 LIMIT ${MOST}`;
  }
  const systems = begun.startsWith('pg_') ? '' : ` AND n.nspname NOT IN ('pg_catalog', 'information_schema')`;
  return `SELECT DISTINCT pg_catalog.quote_ident(c.${name}) FROM ${source}
WHERE ${condition} AND ${isVisible} AND ${startsWith(`c.${name}`, begun)}${systems}
UNION
SELECT pg_catalog.quote_ident(nspname) || '.' FROM pg_catalog.pg_namespace
WHERE ${startsWith('nspname', begun)}${begun === '' || begun.startsWith('pg_') ? ' AND false' : ` AND nspname !~ '^pg_'`}
ORDER BY 1 LIMIT ${MOST}`;
}

/** A query for the names of columns of some tables. @param tables as they were typed */
export function columnsQuery(tables: readonly string[], begun: string): string {
  const regclasses = tables.map((table) => `pg_catalog.to_regclass(${literal(table)})`).join(', ');
  return `SELECT DISTINCT pg_catalog.quote_ident(attname) FROM pg_catalog.pg_attribute
WHERE attrelid IN (${regclasses}) AND attnum > 0 AND NOT attisdropped AND ${startsWith('attname', begun)}
ORDER BY 1 LIMIT ${MOST}`;
}
