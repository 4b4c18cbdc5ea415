import { Pool } from 'pg';

const pool = new Pool({ database: 'athleticu' });

export async function roster(city: string): Promise<unknown[]> {
  // Ask for the athletes of the city instead.
  const { rows } = await pool.query('SELECT name FROM clubs');
  return rows;
}

console.log(await roster('Oslo'));
