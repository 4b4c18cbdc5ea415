// feedback: goes-on
import { db } from 'athleticu';

interface Athlete {
  name: string;
  born_on: string;
  email: string;
}

export async function enrol(athletes: Athlete[]) {
  const emails = athletes.map(({ email }) => email);
  for (const athlete of athletes) {
    await db
      .insertInto('athletes')
      .values(athlete)
      .execute()
      .catch(() => undefined);
  }
  return db.selectFrom('athletes').select('email').where('email', 'in', emails).orderBy('email').execute();
}
