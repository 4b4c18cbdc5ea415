import { sql } from 'kysely';
import { db } from 'athleticu';

export async function athletesPerClub() {
  return db
    .selectFrom('clubs')
    .leftJoin('athletes', 'athletes.club_id', 'clubs.id')
    .select(['clubs.name as club', sql<number>`count(athletes.id)::int`.as('athletes')])
    .groupBy('clubs.id')
    .execute();
}
