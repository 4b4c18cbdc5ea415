import { db } from 'athleticu';

export const roster = (city: string) =>
  db
    .selectFrom('clubs as c')
    .where('c.city', '=', city)
    .innerJoin('athletes as a', (join) => join.onRef('a.club_id', '=', 'c.id').on('a.active', 'is', true))
    .orderBy('a.name')
    .orderBy('c.name')
    .select(['c.name as club', 'a.name as athlete'])
    .execute();
