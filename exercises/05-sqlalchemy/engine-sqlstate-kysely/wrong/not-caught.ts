// feedback: sql
import { db } from 'athleticu';

export async function addClub(name: string, city: string) {
  const added = await db.insertInto('clubs').values({ name, city }).returning('name').executeTakeFirstOrThrow();
  return added.name;
}
