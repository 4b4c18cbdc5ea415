import path from 'node:path';
import ts from 'typescript';
import { beforeAll, expect, test } from 'vitest';
import { collectTypeDeclarations } from './type-declarations';

const db = `
  import { Kysely, PostgresDialect, type Generated } from 'kysely';
  import { Pool } from 'pg';
  interface Athlete { id: Generated<number>; name: string; club_id: number | null }
  export const db = new Kysely<{ athlete: Athlete }>({ dialect: new PostgresDialect({ pool: new Pool({ max: 1 }) }) });
`;

let declarations: ReturnType<typeof collectTypeDeclarations> = { common: {}, mikroOrm: {} };

beforeAll(() => {
  declarations = collectTypeDeclarations(process.cwd());
});

/** The errors of a learner's program, which sees the collected declarations and nothing else of the disk. */
function errorsOf(answer: string, own: ts.CompilerOptions = { skipLibCheck: true }): string[] {
  const seen = { ...declarations.common, ...(answer.includes('@mikro-orm/') && declarations.mikroOrm) };
  const files = new Map(Object.entries(seen).map(([name, source]) => [`/${name}`, source]));
  files.set('/snippet-1/db.ts', db);
  files.set('/snippet-1/answer.ts', answer);
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    moduleDetection: ts.ModuleDetectionKind.Force,
    lib: ['lib.esnext.d.ts'],
    types: [],
    strict: true,
    esModuleInterop: true,
    noEmit: true,
    ...own,
  };
  const libraries = path.dirname(ts.getDefaultLibFilePath(options));
  const isLibrary = (name: string): boolean => path.dirname(name) === libraries;
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost(options),
    fileExists: (name) => files.has(name) || isLibrary(name),
    readFile: (name) => files.get(name) ?? (isLibrary(name) ? ts.sys.readFile(name) : undefined),
    getSourceFile: (name, target) => {
      const source = files.get(name) ?? (isLibrary(name) ? ts.sys.readFile(name) : undefined);
      return source === undefined ? undefined : ts.createSourceFile(name, source, target);
    },
    getCurrentDirectory: () => '/',
    directoryExists: () => true,
    getDirectories: () => [],
    realpath: (name) => name,
  };
  const roots = [...files.keys()].filter((name) => /\.[cm]?ts$/.test(name));
  return ts
    .getPreEmitDiagnostics(ts.createProgram(roots, options, host))
    .map(({ messageText, file }) => `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
}

test('the declarations are complete and without fault', { timeout: 60_000 }, () => {
  expect(
    errorsOf(
      `
      import { sql } from 'kysely';
      import { jsonArrayFrom } from 'kysely/helpers/postgres';
      import pg, { Client, DatabaseError, types, type QueryResult } from 'pg';
      import Pool from 'pg-pool';
      import { db } from './db';

      const rows = await db.selectFrom('athlete').select(['id', sql<string>\`upper(name)\`.as('shout')]).execute();
      console.log(rows[0]?.shout, typeof jsonArrayFrom, new Pool({ max: 2 }), pg.Pool);
      types.setTypeParser(20, (text) => BigInt(text));
      const client = new Client();
      client.on('error', (error) => console.error(error.message));
      client.once('error', (error: Error) => console.error(error.message));
      try {
        const result: QueryResult<{ n: number }> = await client.query('SELECT 1 AS n');
        console.log(result.rows[0]?.n);
      } catch (error) {
        if (error instanceof DatabaseError) console.log(error.code);
      }
    `,
      { skipLibCheck: false },
    ),
  ).toEqual([]);
});

test('MikroORM, Kysely’s dialects and the server have their types', { timeout: 60_000 }, () => {
  expect(
    errorsOf(`
      import { defineEntity, type InferEntity, MikroORM, p } from '@mikro-orm/postgresql';
      import { UniqueConstraintViolationException } from '@mikro-orm/core';
      import { DummyDriver, Kysely, MssqlAdapter, MssqlIntrospector, MssqlQueryCompiler, MysqlQueryCompiler, SqliteQueryCompiler } from 'kysely';
      import { server } from 'athleticu/server';

      const Club = defineEntity({
        name: 'Club',
        tableName: 'clubs',
        properties: {
          id: p.integer().primary(),
          name: p.string(),
          athletes: () => p.oneToMany(Athlete).mappedBy('club').orphanRemoval(),
        },
      });
      const Athlete = defineEntity({
        name: 'Athlete',
        properties: { id: p.integer().primary(), name: p.string(), club: () => p.manyToOne(Club).nullable() },
      });
      const orm = await MikroORM.init({ dbName: 'athleticu', entities: [Club, Athlete], debug: true });
      const em = orm.em.fork();
      const club: InferEntity<typeof Club> = await em.findOneOrFail(Club, { name: 'Velocity' }, { populate: ['athletes'] });
      club.athletes.add(em.create(Athlete, { name: 'Noor' }));
      await em.transactional(async (em) => em.flush());
      try {
        await em.getKysely().selectFrom('clubs').selectAll().execute();
      } catch (error) {
        if (error instanceof UniqueConstraintViolationException) console.log(error.message);
      }
      const mssql = new Kysely<{ athlete: { id: number } }>({
        dialect: {
          createAdapter: () => new MssqlAdapter(),
          createDriver: () => new DummyDriver(),
          createIntrospector: (db) => new MssqlIntrospector(db),
          createQueryCompiler: () => new MssqlQueryCompiler(),
        },
      });
      console.log(mssql.selectFrom('athlete').selectAll().compile().sql, MysqlQueryCompiler, SqliteQueryCompiler);
      server.connectDelay = 100;
      await server.terminateConnections();
    `),
  ).toEqual([]);
  expect(errorsOf(`import { server } from 'athleticu/server'; server.explode();`)).toHaveLength(1);
});

test('a wrong table or column is a type error, and the browser’s globals are unknown', { timeout: 60_000 }, () => {
  expect(errorsOf(`import { db } from './db'; db.selectFrom('athletes');`)).toHaveLength(1);
  expect(errorsOf(`import { db } from './db'; db.selectFrom('athlete').select('nam');`)).toHaveLength(1);
  expect(errorsOf('document.title;')).toHaveLength(1);
});
