import { db } from 'athleticu';

export async function addClub(name: string, city: string) {
  await db.insertInto('clubs').values({ name, city }).execute();
}

console.log(await addClub('Fell & Field', 'Keswick'));
console.log(await addClub('Fell & Field', 'Grasmere'));
