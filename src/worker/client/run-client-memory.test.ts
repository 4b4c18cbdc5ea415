// Memory that runs out where workers share a process, as in a page: with one, all end.
import { expect, test } from 'vitest';
import { emptyReport } from '../../core/run-report';
import { sampleRequest } from '../../core/testing/sample-request';
import { channelOf } from '../channel';
import { connect } from '../rpc';
import type { RunHost, RunService } from '../run-service';
import { RunClient } from './run-client';
import { OutOfMemoryError, type RunPurpose, type Workers } from './workers';

/** What a worker does with a run: it completes, it goes on for ever, or it ends with its process before or after it began. */
type Fate = 'completes' | 'goes on' | 'ends at once' | 'ends';

/** Workers of which each run meets the next of these fates; `all` are ended by whoever calls it. */
function sharing(fates: Fate[]): {
  readonly workers: Workers;
  readonly purposes: RunPurpose[];
  readonly all: () => void;
} {
  const live = new Set<() => void>();
  const purposes: RunPurpose[] = [];
  const all = (): void => {
    for (const end of [...live]) end();
  };
  const startRun = (purpose: RunPurpose): ReturnType<Workers['startRun']> => {
    purposes.push(purpose);
    const { port1, port2 } = new MessageChannel();
    const host = connect<RunHost, RunService>(channelOf(port2), {
      warm: () => Promise.resolve(),
      run: async () => {
        const fate = fates.shift();
        if (fate !== 'ends at once') host.started.asEvent('pg-mem').catch(() => undefined);
        if (fate === 'completes') return emptyReport({ kind: 'completed' });
        // What was sent before the end arrives.
        if (fate !== 'goes on') setTimeout(all, 10);
        return new Promise(() => undefined);
      },
    });
    return {
      ...channelOf(port1),
      onFailure: (listener) => {
        const end = (): void => {
          live.delete(end);
          port1.close();
          listener(new OutOfMemoryError('The memory is full.'));
        };
        live.add(end);
      },
      terminate: () => {
        port1.close();
      },
    };
  };
  const startPostgres = (): never => {
    throw new Error('There is no PostgreSQL here.');
  };
  const startPython = (): never => {
    throw new Error('There is no Python here.');
  };
  return { workers: { startRun, startPostgres, startPython }, purposes, all };
}

const PROGRAM = sampleRequest({ language: 'typescript', engine: 'pg-mem' });

function open(fates: Fate[], limitMs = 5_000): ReturnType<typeof sharing> & { readonly client: RunClient } {
  const shared = sharing(fates);
  return { ...shared, client: new RunClient(shared.workers, limitMs) };
}

test('a program that takes all memory has that outcome, and the next one runs', async () => {
  const { client } = open(['ends', 'completes']);
  expect((await client.run(PROGRAM)).outcome).toEqual({ kind: 'out-of-memory' });
  expect((await client.run(PROGRAM)).outcome).toEqual({ kind: 'completed' });
  client.close();
});

test('a program whose worker ends before it began is run again', async () => {
  const { client } = open(['ends at once', 'completes']);
  expect((await client.run(PROGRAM)).outcome).toEqual({ kind: 'completed' });
  client.close();
});

test('a program is not blamed for one that was killed before and goes on', async () => {
  const { client } = open(['goes on', 'ends', 'completes'], 50);
  expect((await client.run(PROGRAM)).outcome).toEqual({ kind: 'timed-out', limitMs: 50 });
  expect((await client.run(PROGRAM)).outcome).toEqual({ kind: 'completed' });
  client.close();
});

test('a program that takes all memory twice is blamed, whatever was killed before', async () => {
  const { client } = open(['goes on', 'ends', 'ends'], 50);
  await client.run(PROGRAM);
  expect((await client.run(PROGRAM)).outcome).toEqual({ kind: 'out-of-memory' });
  client.close();
});

test('where no program begins for want of memory, nobody is blamed', async () => {
  const { client } = open(['ends at once', 'ends at once']);
  expect((await client.run(PROGRAM)).outcome).toEqual({ kind: 'engine-failed', message: 'The memory is full.' });
  client.close();
});

test('only a learner’s programs run where memory may run out', async () => {
  const { client, purposes } = open(['completes', 'completes', 'completes']);
  await client.run(sampleRequest({ engine: 'pg-mem' }));
  await client.run({ ...PROGRAM, author: 'course' });
  expect(purposes).toEqual(['other', 'program']);
  await client.run(PROGRAM);
  expect(new Set(purposes.slice(2))).toEqual(new Set(['program']));
  client.close();
});

test('an idle worker that is lost is replaced', async () => {
  const { client, all } = open(['completes']);
  client.prewarm('typescript');
  all();
  expect((await client.run(PROGRAM)).outcome).toEqual({ kind: 'completed' });
  client.close();
});
