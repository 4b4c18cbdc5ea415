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

export const roster = async () => {
  const clubs = await orm.em.fork().findAll(Club, { populate: ['athletes'], strategy: 'joined', orderBy: { name: 1 } });
  return clubs.map(({ name, athletes }) => ({
    club: name,
    athletes: athletes
      .getItems()
      .map((athlete) => athlete.name)
      .sort(),
  }));
};

console.log(await roster());
