// feedback: one-city
import { db } from 'athleticu';

export async function clubsIn() {
  return db.selectFrom('clubs').select(['name', 'founded_on']).where('city', '=', 'Bergen').orderBy('name').execute();
}
