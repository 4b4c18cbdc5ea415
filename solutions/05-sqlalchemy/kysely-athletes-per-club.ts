import { db } from 'athleticu';

export async function athletesPerClub() {
  const rows = await db
    .selectFrom('clubs')
    .leftJoin('athletes', 'athletes.club_id', 'clubs.id')
    .select((eb) => ['clubs.name as club', eb.fn.count('athletes.id').as('athletes')])
    .groupBy('clubs.name')
    .execute();
  return rows.map(({ club, athletes }) => ({ club, athletes: Number(athletes) }));
}
