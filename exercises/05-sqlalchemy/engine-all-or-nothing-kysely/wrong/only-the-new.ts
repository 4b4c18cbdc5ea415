// feedback: only-the-new
import { DatabaseError } from 'pg';
import { db } from 'athleticu';

interface Athlete {
  name: string;
  born_on: string;
  email: string;
}

export async function enrol(athletes: Athlete[]) {
  try {
    await db.transaction().execute((trx) => trx.insertInto('athletes').values(athletes).execute());
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
  }
  return athletes.map(({ email }) => ({ email })).sort((a, b) => a.email.localeCompare(b.email));
}
