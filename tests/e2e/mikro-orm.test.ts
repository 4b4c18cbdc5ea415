// MikroORM in a page: where learners' programs run nothing can be loaded, and no text becomes code in the usual ways.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { CellDriver, CourseSite, PHONE, type Visit } from './course-site';

const LESSON = '/learn/sql-expressions/';

const PROGRAM = `
import { defineEntity, MikroORM, p } from '@mikro-orm/postgresql';

const Club = defineEntity({
  name: 'Club',
  tableName: 'clubs',
  properties: {
    id: p.integer().primary(),
    name: p.string(),
    city: p.string(),
    athletes: () => p.oneToMany(Athlete).mappedBy('club').orphanRemoval(),
  },
});
const Athlete = defineEntity({
  name: 'Athlete',
  tableName: 'athletes',
  properties: { id: p.integer().primary(), name: p.string(), bornOn: p.date(), club: () => p.manyToOne(Club).nullable() },
});
const orm = await MikroORM.init({ dbName: 'athleticu', entities: [Club, Athlete], debug: ['query'] });
const em = orm.em.fork();

const club = await em.findOneOrFail(Club, { name: 'Velocity' }, { populate: ['athletes'] });
console.log(club === (await em.findOne(Club, club.id)), club.athletes.getItems().map(({ name }) => name));
club.city = 'Turku and Åbo';
em.create(Athlete, { name: 'Noor', bornOn: '2000-01-01', club });
await em.flush();
await em.transactional(async (em) => {
  em.create(Club, { name: 'Velocity', city: 'Oslo' });
  await em.flush();
  throw new Error('changed my mind');
}).catch((error) => console.log(error.name, error.message));
console.log(await em.getKysely().selectFrom('clubs').select('city').where('name', '=', 'Velocity').execute());
const missing = await em.findOneOrFail(Club, 99).catch((error) => error);
console.log(missing.name);
`;

const OUTPUT = [
  'Output:',
  `[query] select 1 from pg_database where datname = 'athleticu' [took … ms, 1 result]`,
  '[query] select "c0".* from "clubs" as "c0" where "c0"."name" = ? limit ? [took … ms, 1 result]',
  '[query] select "a0".* from "athletes" as "a0" where "a0"."club_id" in (?) [took … ms, 2 results]',
  "true [ 'Sami Lehto', 'Elin Berg' ]",
  '[query] begin',
  '[query] insert into "athletes" ("name", "born_on", "club_id") values (?, ?, ?) returning "id" [took … ms, 1 row affected]',
  '[query] update "clubs" set "city" = ? where "id" = ? [took … ms, 1 row affected]',
  '[query] commit',
  '[query] begin',
  '[query] insert into "clubs" ("name", "city") values (?, ?) returning "id" [took … ms]',
  '[query] rollback',
  'UniqueConstraintViolationException duplicate key value violates unique constraint "clubs_name_key"',
  ' - detail: Key (name)=(Velocity) already exists.',
  "[ { city: 'Turku and Åbo' } ]",
  '[query] select "c0".* from "clubs" as "c0" where "c0"."id" = ? limit ? [took … ms, 0 results]',
  'NotFoundError',
];

let site: CourseSite;
let visit: Visit | null = null;
beforeAll(async () => {
  site = await CourseSite.open();
});
afterEach(async () => {
  await visit?.page.context().close();
  visit = null;
});
afterAll(async () => {
  await site.close();
});

test('a program with MikroORM runs, and only that one brings MikroORM along', { timeout: 180_000 }, async () => {
  visit = await site.visit(LESSON, PHONE);
  const { page } = visit;
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  const isMikroOrm = (path: string): boolean => path.includes('mikro-orm');
  const cell = CellDriver.exercise(page, 'kysely-clubs-in-a-city');
  expect(await cell.run()).toBe('ran');
  expect(fetched.some((path) => path.includes('run-worker'))).toBe(true);
  expect(fetched.filter(isMikroOrm)).toEqual([]);

  await cell.fill(PROGRAM);
  expect(await cell.run()).toBe('ran');
  const text = (await cell.text()).replaceAll(/took \d+ ms/g, 'took … ms');
  expect(text.slice(text.indexOf('Output:'), text.indexOf('SQL that was sent')).trim().split('\n')).toEqual(OUTPUT);
  expect(fetched.filter(isMikroOrm)).toHaveLength(1);
  expect(visit.errors).toEqual([]);
});
