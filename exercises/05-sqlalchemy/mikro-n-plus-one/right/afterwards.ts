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
    bornOn: p.date().fieldName('born_on'),
    club: () => p.manyToOne(Club).nullable(),
  },
});

const orm = await MikroORM.init({ dbName: 'athleticu', entities: [Club, Athlete] });

export async function roster() {
  const em = orm.em.fork();
  const clubs = await em.find(Club, {}, { orderBy: { name: 'asc' } });
  await em.populate(clubs, ['athletes']);
  return clubs.map(({ name, athletes }) => ({ club: name, athletes: athletes.map((athlete) => athlete.name).sort() }));
}

console.log(await roster());
