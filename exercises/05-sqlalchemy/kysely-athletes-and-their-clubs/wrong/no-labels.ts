// feedback: same-name
import { db } from 'athleticu';

export async function athletesAndClubs() {
  return db
    .selectFrom('athletes')
    .leftJoin('clubs', 'clubs.id', 'athletes.club_id')
    .select(['athletes.name', 'clubs.name'])
    .execute();
}
