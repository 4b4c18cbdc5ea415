import { db } from 'athleticu';

export async function athletesPerClub() {
  return db.selectFrom('clubs').select('clubs.name as club').execute();
}
