import type { Expression, SqlBool } from 'kysely';
import { db } from 'athleticu';

interface Filter {
  name?: string;
  active?: boolean;
  bornBefore?: string;
}

export async function searchAthletes(filter: Filter) {
  return db
    .selectFrom('athletes')
    .where((eb) => {
      const wanted: Expression<SqlBool>[] = [];
      if (filter.name !== undefined) wanted.push(eb('name', 'ilike', '%' + filter.name + '%'));
      if (filter.active !== undefined) wanted.push(eb('active', 'is', filter.active));
      if (filter.bornBefore !== undefined) wanted.push(eb('born_on', '<', filter.bornBefore));
      return eb.and(wanted);
    })
    .select(['active', 'born_on', 'name'])
    .orderBy('name', 'asc')
    .execute();
}
