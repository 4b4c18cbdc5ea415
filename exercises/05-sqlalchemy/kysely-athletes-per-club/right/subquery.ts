import { db } from 'athleticu';

export const athletesPerClub = () =>
  db
    .selectFrom('clubs as c')
    .select((eb) => [
      'c.name as club',
      eb
        .selectFrom('athletes as a')
        .select(({ fn, cast }) => cast<number>(fn.count('a.id'), 'integer').as('n'))
        .whereRef('a.club_id', '=', 'c.id')
        .as('athletes'),
    ])
    .execute();
