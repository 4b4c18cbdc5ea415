// feedback: glued
import { Pool } from 'pg';

const pool = new Pool({ database: 'athleticu' });

export async function roster(city: string): Promise<unknown[]> {
  const { rows } = await pool.query(`
    SELECT a.name AS athlete, c.name AS club
    FROM athletes a JOIN clubs c ON c.id = a.club_id
    WHERE c.city = '${city}' AND a.active
    ORDER BY a.name, c.name
  `);
  return rows;
}
