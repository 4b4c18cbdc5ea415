import { sql } from 'kysely';
import { db } from 'athleticu';

export async function addAthlete(name: string, bornOn: string) {
  const result = await sql`
    insert into athletes (name, born_on) values (${name}, ${bornOn})
    returning id, name, born_on, active
  `.execute(db);
  return result.rows[0];
}
