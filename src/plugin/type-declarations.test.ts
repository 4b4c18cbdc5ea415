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

let declarations: Record<string, string> = {};

beforeAll(() => {
  declarations = collectTypeDeclarations(process.cwd());
});

/** The errors of a learner's program, which sees the collected declarations and nothing else of the disk. */
function errorsOf(answer: string): string[] {
  const files = new Map(Object.entries(declarations).map(([name, source]) => [`/${name}`, source]));
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
    errorsOf(`
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
      try {
        const result: QueryResult<{ n: number }> = await client.query('SELECT 1 AS n');
        console.log(result.rows[0]?.n);
      } catch (error) {
        if (error instanceof DatabaseError) console.log(error.code);
      }
    `),
  ).toEqual([]);
});

test('a wrong table or column is a type error, and the browser’s globals are unknown', { timeout: 60_000 }, () => {
  expect(errorsOf(`import { db } from './db'; db.selectFrom('athletes');`)).toHaveLength(1);
  expect(errorsOf(`import { db } from './db'; db.selectFrom('athlete').select('nam');`)).toHaveLength(1);
  expect(errorsOf('document.title;')).toHaveLength(1);
});
