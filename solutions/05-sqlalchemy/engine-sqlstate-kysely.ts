import { DatabaseError } from 'pg';
import { db } from 'athleticu';

export async function addClub(name: string, city: string) {
  try {
    const added = await db.insertInto('clubs').values({ name, city }).returning('name').executeTakeFirstOrThrow();
    return added.name;
  } catch (error) {
    if (error instanceof DatabaseError) return error.code;
    throw error;
  }
}
