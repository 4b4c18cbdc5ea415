// feedback: without-a-club
import { db } from 'athleticu';

export async function roster(city: string) {
  return db
    .selectFrom('athletes')
    .leftJoin('clubs', (join) => join.onRef('clubs.id', '=', 'athletes.club_id').on('clubs.city', '=', city))
    .select(['athletes.name as athlete', 'clubs.name as club'])
    .where('athletes.active', '=', true)
    .orderBy('athlete')
    .orderBy('club')
    .execute();
}
