// feedback: sql
import { sql } from 'kysely';
import { db } from 'athleticu';

export async function clubsIn(city: string) {
  return db
    .selectFrom('clubs')
    .select(['name', 'founded_on'])
    .where(sql.raw<boolean>(`city = '${city}'`))
    .orderBy('name')
    .execute();
}
