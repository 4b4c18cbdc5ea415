// feedback: every-event
import { sql } from 'kysely';
import { db } from 'athleticu';

export async function marks(athlete: string) {
  const { rows } = await sql`
    SELECT e.name AS event, r.mark
    FROM results r JOIN athletes a ON a.id = r.athlete_id CROSS JOIN events e
    WHERE r.mark IS NOT NULL AND a.name = ${athlete}
    ORDER BY e.name, r.mark`.execute(db);
  return rows;
}
