import { sql } from 'kysely';
import { db } from 'athleticu';

export async function clubsIn(city: string) {
  const { rows } = await sql`select name, founded_on from clubs where city = ${city} order by name`.execute(db);
  return rows;
}
