// feedback: glued
import { sql } from 'kysely';
import { db } from 'athleticu';

export async function marks(athlete: string) {
  const text = `
    SELECT e.name AS event, r.mark
    FROM results r JOIN athletes a ON a.id = r.athlete_id JOIN events e ON e.id = r.event_id
    WHERE r.mark IS NOT NULL AND a.name = '${athlete}'
    ORDER BY e.name, r.mark`;
  const { rows } = await sql.raw(text).execute(db);
  return rows;
}
