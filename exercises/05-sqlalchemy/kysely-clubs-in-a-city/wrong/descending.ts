// feedback: row-order
import { db } from 'athleticu';

export const clubsIn = (city: string) =>
  db
    .selectFrom('clubs')
    .select(['name', 'founded_on'])
    .where('city', '=', city)
    .orderBy('name', 'desc')
    .execute();
