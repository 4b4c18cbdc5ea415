// feedback: no-flush
import { defineEntity, MikroORM, p } from '@mikro-orm/postgresql';
import { Pool } from 'pg';

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
const em = orm.em.fork();

const club = em.create(Club, { name: 'Fell & Field', city: 'Keswick' });
em.create(Athlete, { name: 'Tove Dahl', bornOn: '2007-04-30', club });
em.create(Athlete, { name: 'Kim Ek', bornOn: '2009-01-05', club });

// Leave this as it is: it looks at what the tables hold.
const { rows } = await new Pool().query(`
  SELECT c.name AS club, c.city, a.name AS athlete, a.born_on
  FROM clubs AS c FULL JOIN athletes AS a ON a.club_id = c.id
  WHERE c.name = 'Fell & Field' OR a.name IN ('Tove Dahl', 'Kim Ek')
  ORDER BY a.name`);
console.table(rows);
