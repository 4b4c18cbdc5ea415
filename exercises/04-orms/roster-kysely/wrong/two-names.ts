// feedback: one-name
import { db } from 'athleticu';

export async function roster(city: string) {
  return db
    .selectFrom('athletes')
    .innerJoin('clubs', 'clubs.id', 'athletes.club_id')
    .select(['athletes.name', 'clubs.name'])
    .where('clubs.city', '=', city)
    .where('athletes.active', '=', true)
    .orderBy('athletes.name')
    .orderBy('clubs.name')
    .execute();
}
