import { defineEntity, MikroORM, p } from '@mikro-orm/postgresql';

const Club = defineEntity({
  name: 'Club',
  tableName: 'clubs',
  properties: {
    id: p.integer().primary(),
    name: p.string(),
    city: p.string(),
    athletes: () => p.oneToMany(Athlete).mappedBy('club'),
  },
});
const Athlete = defineEntity({
  name: 'Athlete',
  tableName: 'athletes',
  properties: {
    id: p.integer().primary(),
    name: p.string(),
    active: p.boolean(),
    club: () => p.manyToOne(Club).nullable(),
  },
});

const orm = await MikroORM.init({ dbName: 'athleticu', entities: [Club, Athlete] });

export const roster = async (city: string) => {
  const clubs = await orm.em.fork().find(Club, { city }, { populate: ['athletes'] });
  return clubs
    .flatMap((club) => club.athletes.getItems())
    .filter(({ active }) => active)
    .map(({ name, club }) => ({ athlete: name, club: club?.name ?? '' }))
    .sort((a, b) => compare(a.athlete, b.athlete) || compare(a.club, b.club));
};

/** As PostgreSQL sorts here: by the characters' numbers. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
