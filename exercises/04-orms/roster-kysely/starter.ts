import { db } from 'athleticu';

export async function roster(city: string) {
  // Ask for the athletes of the city instead.
  return db.selectFrom('clubs').select('name').execute();
}

console.log(await roster('Oslo'));
