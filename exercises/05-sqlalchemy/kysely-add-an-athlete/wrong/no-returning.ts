// feedback: no-returning
import { db } from 'athleticu';

export async function addAthlete(name: string, bornOn: string) {
  return db.insertInto('athletes').values({ name, born_on: bornOn }).executeTakeFirstOrThrow();
}
