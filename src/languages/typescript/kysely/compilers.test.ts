// One expression, compiled for each of Kysely's databases by what Kysely itself exports.
import { expect, test } from 'vitest';
import type { Database } from '../../../core/database';
import type { OutputLine } from '../../../core/run-report';
import { makeFunction } from '../../../core/make-function';
import { sampleRequest } from '../../../core/testing/sample-request';
import { RecordingDatabase } from '../../language-runner';
import { TraceRecorder } from '../../trace-recorder';
import { runTypeScript } from '../run-typescript';

const nobody: Database = {
  engine: 'postgres',
  exec: () => Promise.reject(new Error('Nothing is sent.')),
  reset: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

test('each compiler writes its own SQL, and the trace shows it in the lane of compilers', async () => {
  const output: OutputLine[] = [];
  const trace = new TraceRecorder();
  const end = await runTypeScript(
    sampleRequest({
      language: 'typescript',
      engine: 'postgres',
      author: 'course',
      code: `
        import * as kysely from 'kysely';
        import { DummyDriver, Kysely, sql } from 'kysely';

        function compileFor(name) {
          return new Kysely({
            dialect: {
              createAdapter: () => new kysely[name + 'Adapter'](),
              createDriver: () => new DummyDriver(),
              createIntrospector: (db) => new kysely[name + 'Introspector'](db),
              createQueryCompiler: () => new kysely[name + 'QueryCompiler'](),
            },
          });
        }
        for (const name of ['Postgres', 'Mysql', 'Sqlite', 'Mssql']) {
          const db = compileFor(name);
          const query = db.selectFrom('clubs').select(['id', sql\`upper(name)\`.as('shout')])
            .where('city', '=', 'Bergen').orderBy('name').limit(2);
          console.log(name, query.compile().sql);
          console.log(await query.execute());
        }
      `,
    }),
    {
      database: new RecordingDatabase(nobody),
      print: (line) => output.push(line),
      makeFunction,
      server: null,
      python: null,
      lockDown: () => undefined,
      trace,
    },
  );
  expect(end).toMatchObject({ kind: 'completed' });
  const rest = (quote: (name: string) => string, marks: readonly string[]): string =>
    `select ${quote('id')}, upper(name) as ${quote('shout')} from ${quote('clubs')} ` +
    `where ${quote('city')} = ${String(marks[0])} order by ${quote('name')} limit ${String(marks[1])}`;
  const standard = (name: string): string => `"${name}"`;
  const sqls = [
    rest(standard, ['$1', '$2']),
    rest((name) => `\`${name}\``, ['?', '?']),
    rest(standard, ['?', '?']),
    rest(standard, ['@1', '@2']),
  ];
  const names = ['Postgres', 'Mysql', 'Sqlite', 'Mssql'];
  expect(output.map(({ text }) => text)).toEqual(names.flatMap((name, i) => [`${name} ${String(sqls[i])}`, '[]']));
  const compiled = trace.events.filter(({ lane }) => lane === 'compiler');
  // Each query is compiled twice: to be shown, and to be executed.
  expect(compiled.map(({ detail }) => (detail.kind === 'sql' ? [detail.sql, detail.parameters] : detail.kind))).toEqual(
    sqls.flatMap((sql) => [
      [sql, ['Bergen', '2']],
      [sql, ['Bergen', '2']],
    ]),
  );
  expect(trace.events.filter(({ lane }) => ['pool', 'driver', 'server'].includes(lane))).toEqual([]);
});
