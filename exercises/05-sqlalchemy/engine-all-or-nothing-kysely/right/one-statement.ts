import { DatabaseError } from 'pg';
import { db } from 'athleticu';

interface Athlete {
  name: string;
  born_on: string;
  email: string;
}

export async function enrol(athletes: Athlete[]) {
  const emails = athletes.map(({ email }) => email);
  try {
    await db.insertInto('athletes').values(athletes).execute();
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
  }
  return db.selectFrom('athletes').select('email').where('email', 'in', emails).orderBy('email').execute();
}
