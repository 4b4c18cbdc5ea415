// feedback: row-order
import { db } from 'athleticu';

export async function roster(city: string) {
  return db
    .selectFrom('athletes')
    .innerJoin('clubs', 'clubs.id', 'athletes.club_id')
    .select(['athletes.name as athlete', 'clubs.name as club'])
    .where('clubs.city', '=', city)
    .where('athletes.active', '=', true)
    .execute();
}
