import { db } from 'athleticu';

export async function athletesAndClubs() {
  return db
    .selectFrom('athletes as a')
    .select((eb) => [
      'a.name as athlete',
      eb.selectFrom('clubs as c').select('c.name').whereRef('c.id', '=', 'a.club_id').as('club'),
    ])
    .execute();
}
