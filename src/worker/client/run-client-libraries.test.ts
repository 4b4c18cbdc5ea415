// Large libraries, which only the workers of programs that import them can load.
import { expect, test } from 'vitest';
import { emptyReport } from '../../core/run-report';
import { sampleRequest } from '../../core/testing/sample-request';
import { channelOf } from '../channel';
import { connect } from '../rpc';
import type { RunHost, RunService } from '../run-service';
import { RunClient } from './run-client';
import type { Workers } from './workers';

const PLAIN = sampleRequest({ language: 'typescript', engine: 'pg-mem', code: `import { db } from 'athleticu';` });
const WITH_ORM = { ...PLAIN, code: `import { MikroORM } from "@mikro-orm/postgresql";` };

/**
 * A client of workers that complete each run, and what runs had been given to load: by the worker that they ran in.
 * @param isOnline whether libraries can be had just now: without one of its own a worker fails, as in a page
 */
function open(isOnline: () => boolean = () => true): {
  readonly client: RunClient;
  readonly ran: (readonly string[])[];
} {
  const ran: (readonly string[])[] = [];
  const workers: Workers = {
    startPostgres: () => {
      throw new Error('There is no PostgreSQL here.');
    },
    startPython: () => {
      throw new Error('There is no Python here.');
    },
    startRun: (_purpose, libraries) => {
      const { port1, port2 } = new MessageChannel();
      const isWhole = libraries.length === 0 || isOnline();
      const host = connect<RunHost, RunService>(channelOf(port2), {
        warm: () => Promise.resolve(),
        run: () => {
          if (!isWhole) return new Promise(() => undefined);
          ran.push(libraries);
          host.started.asEvent('pg-mem').catch(() => undefined);
          return Promise.resolve(emptyReport({ kind: 'completed' }));
        },
      });
      return {
        ...channelOf(port1),
        onFailure: (listener) => {
          if (isWhole) return;
          setTimeout(() => {
            listener(new Error('Are you offline?'));
          });
        },
        terminate: () => {
          port1.close();
        },
      };
    },
  };
  return { client: new RunClient(workers), ran };
}

test('a worker that was started ahead gives way to one that can load what a program imports', async () => {
  const { client, ran } = open();
  client.prewarm('typescript');
  await client.run(PLAIN);
  await client.run(WITH_ORM);
  await client.run(WITH_ORM);
  expect(ran).toEqual([[], ['mikro-orm'], ['mikro-orm']]);
  client.close();
});

test('a module of the course that imports it counts too', async () => {
  const { client, ran } = open();
  await client.run({ ...PLAIN, files: { './orm': `export * from '@mikro-orm/core';` } });
  expect(ran).toEqual([['mikro-orm']]);
  client.close();
});

test('a library that cannot be had fails the program that imports it, and no other', async () => {
  let online = false;
  const { client, ran } = open(() => online);
  expect((await client.run(WITH_ORM)).outcome).toEqual({ kind: 'engine-failed', message: 'Are you offline?' });
  expect((await client.run(PLAIN)).outcome).toEqual({ kind: 'completed' });
  online = true;
  expect((await client.run(WITH_ORM)).outcome).toEqual({ kind: 'completed' });
  expect(ran).toEqual([[], ['mikro-orm']]);
  client.close();
});

test('a worker that is started ahead can load what a program before it imported', async () => {
  const { client, ran } = open();
  await client.run(WITH_ORM);
  await client.run(PLAIN);
  expect(ran).toEqual([['mikro-orm'], ['mikro-orm']]);
  client.close();
});
