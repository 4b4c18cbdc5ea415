// feedback: column-types
import { db } from 'athleticu';

export async function athletesPerClub() {
  return db
    .selectFrom('clubs')
    .leftJoin('athletes', 'athletes.club_id', 'clubs.id')
    .select((eb) => ['clubs.name as club', eb.fn.count<number>('athletes.id').as('athletes')])
    .groupBy('clubs.name')
    .execute();
}
