import { db } from 'athleticu';

export async function athletesAndClubs() {
  return db.selectFrom('athletes').select('athletes.name as athlete').execute();
}
