// What TypeScript snippets and exercises import as 'athleticu': the database's types, and a Kysely that speaks to it.
import { type Generated, Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';

// A date has no time and no zone: keep PostgreSQL's own text, such as '2024-06-15', instead of a JavaScript Date.
types.setTypeParser(types.builtins.DATE, (text) => text);

export interface Clubs {
  id: Generated<number>;
  name: string;
  city: string;
  founded_on: string | null;
}

export interface Athletes {
  id: Generated<number>;
  club_id: number | null;
  mentor_id: number | null;
  name: string;
  born_on: string;
  joined_on: string | null;
  email: string | null;
  active: Generated<boolean>;
}

export interface Events {
  id: Generated<number>;
  name: string;
  unit: string;
  lower_is_better: boolean;
}

export interface Meets {
  id: Generated<number>;
  name: string;
  held_on: string;
  city: string | null;
}

export interface Results {
  id: Generated<number>;
  athlete_id: number;
  event_id: number;
  meet_id: number;
  // PostgreSQL's numeric is exact; a JavaScript number is not. The driver therefore gives a string: '11.84'.
  mark: string | null;
  place: number | null;
}

export interface Athleticu {
  clubs: Clubs;
  athletes: Athletes;
  events: Events;
  meets: Meets;
  results: Results;
}

export const db = new Kysely<Athleticu>({
  dialect: new PostgresDialect({ pool: new Pool({ database: 'athleticu' }) }),
});
