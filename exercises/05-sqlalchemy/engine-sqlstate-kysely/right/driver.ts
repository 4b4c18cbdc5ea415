import { DatabaseError, Pool } from 'pg';

const pool = new Pool({ database: 'athleticu' });

export async function addClub(name: string, city: string): Promise<unknown> {
  return pool.query('INSERT INTO clubs (name, city) VALUES ($1, $2) RETURNING name', [name, city]).then(
    ({ rows: [added] }) => added.name,
    (error: unknown) => {
      if (error instanceof DatabaseError) return error.code;
      throw error;
    },
  );
}
