import { sql } from 'kysely';
import { db } from 'athleticu';

export async function marks(athlete: string) {
  // Not yet the marks.
  const { rows } = await sql`SELECT name FROM events`.execute(db);
  return rows;
}

console.log(await marks('Ida Solberg'));
