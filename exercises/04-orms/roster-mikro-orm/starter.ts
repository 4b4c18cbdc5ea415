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

export async function roster(city: string) {
  // Ask for the athletes of the city instead.
  const clubs = await orm.em.fork().find(Club, { city });
  return clubs.map((club) => ({ club: club.name }));
}

console.log(await roster('Oslo'));
