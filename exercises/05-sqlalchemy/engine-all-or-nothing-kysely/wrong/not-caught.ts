// feedback: sql
import { db } from 'athleticu';

interface Athlete {
  name: string;
  born_on: string;
  email: string;
}

export async function enrol(athletes: Athlete[]) {
  const emails = athletes.map(({ email }) => email);
  await db.transaction().execute(async (trx) => {
    for (const athlete of athletes) {
      await trx.insertInto('athletes').values(athlete).execute();
    }
  });
  return db.selectFrom('athletes').select('email').where('email', 'in', emails).orderBy('email').execute();
}
