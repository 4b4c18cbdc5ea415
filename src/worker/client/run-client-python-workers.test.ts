// Which Pythons start, and which are kept: with workers that do as they are told, in place of seconds each.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { emptyReport, type RunReport, type RunRequest } from '../../core/run-report';
import { sampleRequest } from '../../core/testing/sample-request';
import { channelOf } from '../channel';
import { connect } from '../rpc';
import type { RunHost, RunService } from '../run-service';
import { RunClient, type RunPhase } from './run-client';
import type { WorkerHandle, Workers } from './workers';

/** What a Python does with a run. */
type Fate = 'completes' | 'goes on' | 'loads for ever';

/** A Python, as the test sees it. */
interface Python {
  /** Whether it was started before a run needed it. */
  isAhead: boolean;
  isLive: boolean;
}

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
  vi.useRealTimers();
});

function startPython(pythons: Python[], fates: Fate[]): WorkerHandle {
  const python: Python = { isAhead: false, isLive: true };
  pythons.push(python);
  const { port1, port2 } = new MessageChannel();
  const host = connect<RunHost, RunService>(channelOf(port2), {
    warm: () => {
      python.isAhead = true;
      return Promise.resolve();
    },
    run: () => {
      const fate = fates.shift();
      host.waiting.asEvent().catch(() => undefined);
      if (fate === 'loads for ever') {
        host.loading.asEvent({ what: 'Python', loaded: 1, total: 2 }).catch(() => undefined);
        return new Promise(() => undefined);
      }
      host.started.asEvent('postgres').catch(() => undefined);
      return fate === 'goes on' ? new Promise(() => undefined) : Promise.resolve(emptyReport({ kind: 'completed' }));
    },
  });
  return {
    ...channelOf(port1),
    onFailure: () => undefined,
    terminate: () => {
      python.isLive = false;
      port1.close();
    },
  };
}

/**
 * A client whose runs in Python meet these fates, one after the other, and the Pythons that it started.
 * @param refused which Pythons cannot be started: the first is 0
 */
function open(
  fates: Fate[],
  refused: readonly number[] = [],
): { readonly client: RunClient; readonly pythons: readonly Python[] } {
  let asked = 0;
  const pythons: Python[] = [];
  const other = (): never => {
    throw new Error('There is nothing but Python here.');
  };
  const workers: Workers = {
    startRun: other,
    startPostgres: other,
    startPython: () => {
      if (refused.includes(asked++)) throw new Error('Nothing can be written.');
      return startPython(pythons, fates);
    },
  };
  const client = new RunClient(workers);
  closers.push(() => {
    client.close();
  });
  return { client, pythons };
}

function python(author: RunRequest['author'] = 'learner'): RunRequest {
  return sampleRequest({ language: 'python', code: 'print(1)', author });
}

/** Runs, and stops the run in its phase. */
function stopIn(client: RunClient, isReached: (phase: RunPhase) => boolean): Promise<RunReport> {
  const stop = new AbortController();
  return client.run(python(), {
    signal: stop.signal,
    onPhase: (phase) => {
      if (isReached(phase)) stop.abort();
    },
  });
}

/** Lets arrive what was sent to a worker. */
function arrived(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}

test('whoever stops Python while it loads does not have it loaded again', async () => {
  const { client, pythons } = open(['loads for ever']);
  const report = await stopIn(client, (phase) => phase.kind === 'loading' && phase.progress !== null);
  await arrived();
  expect(report.outcome).toEqual({ kind: 'stopped' });
  expect(pythons).toEqual([{ isAhead: false, isLive: false }]);
});

test('after a program that was stopped, the next Python starts ahead', async () => {
  const { client, pythons } = open(['goes on']);
  const report = await stopIn(client, ({ kind }) => kind === 'running');
  await arrived();
  expect(report.outcome).toEqual({ kind: 'stopped' });
  expect(pythons).toEqual([
    { isAhead: false, isLive: false },
    { isAhead: true, isLive: true },
  ]);
});

test('where Python cannot be started the report says why, and the next run tries again', async () => {
  const { client } = open(['completes'], [0]);
  expect((await client.run(python())).outcome).toEqual({ kind: 'engine-failed', message: 'Nothing can be written.' });
  expect((await client.run(python())).outcome).toEqual({ kind: 'completed' });
});

test('a Python that cannot be started ahead takes no report away', async () => {
  const { client } = open(['goes on', 'completes'], [1]);
  expect((await stopIn(client, ({ kind }) => kind === 'running')).outcome).toEqual({ kind: 'stopped' });
  expect((await client.run(python())).outcome).toEqual({ kind: 'completed' });
});

describe('the course’s Python beside a learner’s', () => {
  /** Which Pythons live, in the order of their start, after runs with pauses of so many seconds. */
  async function liveAfter(...steps: (RunRequest['author'] | number)[]): Promise<boolean[]> {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { client, pythons } = open([]);
    for (const step of steps) {
      if (typeof step === 'number') vi.advanceTimersByTime(step * 1_000);
      else expect((await client.run(python(step))).outcome).toEqual({ kind: 'completed' });
    }
    return pythons.map(({ isLive }) => isLive);
  }

  test('ends when the course had nothing to run for a while', async () => {
    expect(await liveAfter('learner', 'course', 29)).toEqual([true, true]);
    expect(await liveAfter('learner', 'course', 31)).toEqual([true, false]);
    expect(await liveAfter('course', 'learner', 31)).toEqual([false, true]);
  });

  test('stays for what the course runs next, but not because of the learner', async () => {
    expect(await liveAfter('learner', 'course', 20, 'course', 20)).toEqual([true, true]);
    expect(await liveAfter('learner', 'course', 20, 'learner', 20)).toEqual([true, false]);
  });

  test('starts again when it is needed', async () => {
    expect(await liveAfter('learner', 'course', 31, 'course', 'learner')).toEqual([true, false, true]);
  });

  test('stays where it is the only one', async () => {
    expect(await liveAfter('course', 600, 'course')).toEqual([true]);
  });
});
