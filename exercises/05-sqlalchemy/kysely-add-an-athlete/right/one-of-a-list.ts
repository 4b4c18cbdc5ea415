import { db } from 'athleticu';

export const addAthlete = async (name: string, bornOn: string) => {
  const [added] = await db
    .insertInto('athletes')
    .values([{ name, born_on: bornOn, club_id: null, email: null }])
    .returning(['athletes.id', 'athletes.name', 'athletes.born_on', 'athletes.active'])
    .execute();
  return added;
};
