import { db } from 'athleticu';

export async function clubsIn(city: string) {
  return db.selectFrom('clubs').select('name').execute();
}
