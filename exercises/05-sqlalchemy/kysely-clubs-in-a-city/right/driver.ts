import { Pool } from 'pg';
import 'athleticu'; // for its setting: dates stay text

const pool = new Pool({ database: 'athleticu' });

export async function clubsIn(city: string): Promise<unknown[]> {
  const result = await pool.query('SELECT name, founded_on FROM clubs WHERE city = $1 ORDER BY name', [city]);
  return result.rows;
}
