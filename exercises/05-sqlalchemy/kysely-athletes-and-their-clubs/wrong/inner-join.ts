// feedback: inner-join
import { db } from 'athleticu';

export async function athletesAndClubs() {
  return db
    .selectFrom('athletes')
    .innerJoin('clubs', 'clubs.id', 'athletes.club_id')
    .select(['athletes.name as athlete', 'clubs.name as club'])
    .execute();
}
