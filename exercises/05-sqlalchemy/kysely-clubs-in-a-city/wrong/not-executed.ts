// feedback: not-executed
import { db } from 'athleticu';

export async function clubsIn(city: string) {
  return db.selectFrom('clubs').select(['name', 'founded_on']).where('city', '=', city).orderBy('name');
}
