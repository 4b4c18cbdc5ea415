import { Pool } from 'pg';

const pool = new Pool({ database: 'athleticu' });

export const roster = async (city: string): Promise<unknown[]> => {
  const result = await pool.query({
    text: `SELECT athletes.name AS athlete, clubs.name AS club
           FROM clubs JOIN athletes ON athletes.club_id = clubs.id
           WHERE athletes.active AND clubs.city = $1
           ORDER BY athlete, club`,
    values: [city],
  });
  return result.rows;
};
