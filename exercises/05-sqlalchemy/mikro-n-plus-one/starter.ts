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
  const found = [];
  for (const club of await em.find(Club, {}, { orderBy: { name: 'asc' } })) {
    const athletes = await club.athletes.init();
    found.push({ club: club.name, athletes: athletes.map((athlete) => athlete.name).sort() });
  }
  return found;
}

console.log(await roster());
