import { Pool } from 'pg';
import 'athleticu'; // for its setting: dates stay text

interface Filter {
  name?: string;
  active?: boolean;
  bornBefore?: string;
}

const pool = new Pool({ database: 'athleticu' });

export async function searchAthletes({ name, active, bornBefore }: Filter): Promise<unknown[]> {
  const { rows } = await pool.query(
    `SELECT name, born_on, active
     FROM athletes
     WHERE ($1::text IS NULL OR name ILIKE '%' || $1 || '%')
       AND ($2::boolean IS NULL OR active = $2)
       AND ($3::date IS NULL OR born_on < $3)
     ORDER BY name`,
    [name ?? null, active ?? null, bornBefore ?? null],
  );
  return rows;
}
