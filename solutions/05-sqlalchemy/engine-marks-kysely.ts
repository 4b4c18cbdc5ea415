import { sql } from 'kysely';
import { db } from 'athleticu';

export async function marks(athlete: string) {
  const { rows } = await sql`
    SELECT e.name AS event, r.mark
    FROM results r JOIN athletes a ON a.id = r.athlete_id JOIN events e ON e.id = r.event_id
    WHERE r.mark IS NOT NULL AND a.name = ${athlete}
    ORDER BY e.name, r.mark`.execute(db);
  return rows;
}
