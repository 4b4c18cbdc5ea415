// feedback: sql
import { sql } from 'kysely';
import { db } from 'athleticu';

interface NewAthlete {
  id: number;
  name: string;
  born_on: string;
  active: boolean;
}

export async function addAthlete(name: string, bornOn: string) {
  const insert = sql.raw<NewAthlete>(
    `INSERT INTO athletes (name, born_on) VALUES ('${name}', '${bornOn}') RETURNING id, name, born_on, active`,
  );
  return (await insert.execute(db)).rows[0];
}
