import { db } from 'athleticu';

export async function addAthlete(name: string, bornOn: string) {
  // Insert the athlete, and give back the new row.
  return { name, born_on: bornOn };
}

console.log(await addAthlete('Tove Dahl', '2007-04-30'));
console.log(await db.selectFrom('athletes').select(['id', 'name']).execute());
