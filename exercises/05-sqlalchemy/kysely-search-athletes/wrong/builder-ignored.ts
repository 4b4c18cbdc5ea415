// feedback: builder-ignored
import { db } from 'athleticu';

interface Filter {
  name?: string;
  active?: boolean;
  bornBefore?: string;
}

export async function searchAthletes({ name, active, bornBefore }: Filter) {
  const query = db.selectFrom('athletes').select(['name', 'born_on', 'active']).orderBy('name');
  if (name !== undefined) query.where('name', 'ilike', `%${name}%`);
  if (active !== undefined) query.where('active', '=', active);
  if (bornBefore !== undefined) query.where('born_on', '<', bornBefore);
  return query.execute();
}
