import { db } from 'athleticu';

export const athletesAndClubs = () =>
  db
    .selectFrom('clubs')
    .rightJoin('athletes', (join) => join.onRef('athletes.club_id', '=', 'clubs.id'))
    .select(['clubs.name as club', 'athletes.name as athlete'])
    .execute();
