/** The types of the course's tables; `numeric` is `numeric(8, 2)`. */
export type ColumnType = 'integer' | 'text' | 'date' | 'boolean' | 'numeric';

export interface TableColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  readonly unique: boolean;
}

export interface Table {
  readonly name: string;
  /** What one writes for it in a join. */
  readonly alias: string;
  readonly columns: readonly TableColumn[];
}

/** Two tables that one joins, and the condition with a place for each table's name. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly fromColumn: string;
  readonly toColumn: string;
}

function column(name: string, type: ColumnType, is: '' | 'nullable' | 'unique' | 'nullable unique' = ''): TableColumn {
  return { name, type, nullable: is.startsWith('nullable'), unique: is.endsWith('unique') };
}

/** The tables of `exercises/datasets/schema.sql`. */
export const TABLES: readonly Table[] = [
  {
    name: 'clubs',
    alias: 'c',
    columns: [
      column('id', 'integer', 'unique'),
      column('name', 'text', 'unique'),
      column('city', 'text'),
      column('founded_on', 'date', 'nullable'),
    ],
  },
  {
    name: 'athletes',
    alias: 'a',
    columns: [
      column('id', 'integer', 'unique'),
      column('club_id', 'integer', 'nullable'),
      column('mentor_id', 'integer', 'nullable'),
      column('name', 'text'),
      column('born_on', 'date'),
      column('joined_on', 'date', 'nullable'),
      column('email', 'text', 'nullable unique'),
      column('active', 'boolean'),
    ],
  },
  {
    name: 'events',
    alias: 'e',
    columns: [
      column('id', 'integer', 'unique'),
      column('name', 'text', 'unique'),
      column('unit', 'text'),
      column('lower_is_better', 'boolean'),
    ],
  },
  {
    name: 'meets',
    alias: 'm',
    columns: [
      column('id', 'integer', 'unique'),
      column('name', 'text'),
      column('held_on', 'date'),
      column('city', 'text', 'nullable'),
    ],
  },
  {
    name: 'results',
    alias: 'r',
    columns: [
      column('id', 'integer', 'unique'),
      column('athlete_id', 'integer'),
      column('event_id', 'integer'),
      column('meet_id', 'integer'),
      column('mark', 'numeric', 'nullable'),
      column('place', 'integer', 'nullable'),
    ],
  },
];

/** What a lesson joins: the foreign keys, and two columns that hold the same thing. */
export const LINKS: readonly Link[] = [
  { from: 'athletes', fromColumn: 'club_id', to: 'clubs', toColumn: 'id' },
  { from: 'athletes', fromColumn: 'mentor_id', to: 'athletes', toColumn: 'id' },
  { from: 'results', fromColumn: 'athlete_id', to: 'athletes', toColumn: 'id' },
  { from: 'results', fromColumn: 'event_id', to: 'events', toColumn: 'id' },
  { from: 'results', fromColumn: 'meet_id', to: 'meets', toColumn: 'id' },
  { from: 'clubs', fromColumn: 'city', to: 'meets', toColumn: 'city' },
];

/** The table of that name. */
export function table(name: string): Table {
  const found = TABLES.find((candidate) => candidate.name === name);
  if (!found) throw new RangeError(`There is no table ${name}.`);
  return found;
}
