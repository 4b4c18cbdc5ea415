// feedback: missing-export
import { db } from 'athleticu';

async function clubsIn(city: string) {
  return db.selectFrom('clubs').select(['name', 'founded_on']).where('city', '=', city).orderBy('name').execute();
}

console.log(await clubsIn('Bergen'));
