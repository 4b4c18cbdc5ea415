import { db } from 'athleticu';

const active = db.selectFrom('athletes').select(['name', 'club_id']).where('active', '!=', false);

export async function roster(city: string) {
  return db
    .selectFrom(active.as('athlete'))
    .innerJoin('clubs', 'clubs.id', 'athlete.club_id')
    .where('clubs.city', '=', city)
    .select(['athlete.name as athlete', 'clubs.name as club'])
    .orderBy('athlete.name')
    .orderBy('clubs.name')
    .execute();
}
