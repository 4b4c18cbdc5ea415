import { db } from 'athleticu';

interface Athlete {
  name: string;
  born_on: string;
  email: string;
}

export async function enrol(athletes: Athlete[]) {
  const emails = athletes.map(({ email }) => email);
  for (const athlete of athletes) {
    await db.insertInto('athletes').values(athlete).execute();
  }
  return db.selectFrom('athletes').select('email').where('email', 'in', emails).orderBy('email').execute();
}

const list = [
  { name: 'Tove Dahl', born_on: '2007-04-30', email: 'tove@example.org' },
  { name: 'Arne Moe', born_on: '2005-11-02', email: 'arne@example.org' },
];
console.table(await enrol(list));
