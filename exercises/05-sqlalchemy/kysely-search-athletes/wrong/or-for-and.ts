// feedback: or-for-and
import type { Expression, SqlBool } from 'kysely';
import { db } from 'athleticu';

interface Filter {
  name?: string;
  active?: boolean;
  bornBefore?: string;
}

export async function searchAthletes({ name, active, bornBefore }: Filter) {
  const query = db.selectFrom('athletes').select(['name', 'born_on', 'active']).orderBy('name');
  if (name === undefined && active === undefined && bornBefore === undefined) return query.execute();
  return query
    .where((eb) => {
      const wanted: Expression<SqlBool>[] = [];
      if (name !== undefined) wanted.push(eb('name', 'ilike', `%${name}%`));
      if (active !== undefined) wanted.push(eb('active', '=', active));
      if (bornBefore !== undefined) wanted.push(eb('born_on', '<', bornBefore));
      return eb.or(wanted);
    })
    .execute();
}
