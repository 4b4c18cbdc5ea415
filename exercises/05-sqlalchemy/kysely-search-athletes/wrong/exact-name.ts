// feedback: missing-rows
import { db } from 'athleticu';

interface Filter {
  name?: string;
  active?: boolean;
  bornBefore?: string;
}

export async function searchAthletes({ name, active, bornBefore }: Filter) {
  let query = db.selectFrom('athletes').select(['name', 'born_on', 'active']).orderBy('name');
  if (name !== undefined) query = query.where('name', 'like', name);
  if (active !== undefined) query = query.where('active', '=', active);
  if (bornBefore !== undefined) query = query.where('born_on', '<', bornBefore);
  return query.execute();
}
