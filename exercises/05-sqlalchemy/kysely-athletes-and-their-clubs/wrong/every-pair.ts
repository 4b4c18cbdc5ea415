// feedback: every-pair
import { db } from 'athleticu';

export async function athletesAndClubs() {
  return db
    .selectFrom(['athletes', 'clubs'])
    .select(['athletes.name as athlete', 'clubs.name as club'])
    .execute();
}
