// feedback: false-is-a-value
import { db } from 'athleticu';

interface Filter {
  name?: string;
  active?: boolean;
  bornBefore?: string;
}

export async function searchAthletes({ name, active, bornBefore }: Filter) {
  let query = db.selectFrom('athletes').select(['name', 'born_on', 'active']).orderBy('name');
  if (name) query = query.where('name', 'ilike', `%${name}%`);
  if (active) query = query.where('active', '=', active);
  if (bornBefore) query = query.where('born_on', '<', bornBefore);
  return query.execute();
}
