import { db } from 'athleticu';

interface Filter {
  name?: string;
  active?: boolean;
  bornBefore?: string;
}

export async function searchAthletes(filter: Filter) {
  const query = db.selectFrom('athletes').select(['name', 'born_on', 'active']).orderBy('name');

  // Add a condition for each filter that is given.

  return query.execute();
}

console.table(await searchAthletes({ active: true, bornBefore: '1997-01-01' }));
