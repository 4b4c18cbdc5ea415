import { expect, test } from 'vitest';
import { emptyReport, type OutputLine, type RunReport } from '../../core/run-report';
import { sampleRequest } from '../../core/testing/sample-request';
import { channelOf } from '../channel';
import { connect } from '../rpc';
import type { RunHost, RunService } from '../run-service';
import { RunClient } from './run-client';
import type { Workers } from './workers';

/** Workers in which this stands in for the run service, as if a program had taken it over. */
function takenOver(run: (host: Pick<RunHost, 'waiting' | 'started' | 'printed'>) => Promise<RunReport>): Workers {
  return {
    startRun: () => {
      const { port1, port2 } = new MessageChannel();
      const host = connect<RunHost, RunService>(channelOf(port2), {
        warm: () => Promise.resolve(),
        run: () =>
          run({
            waiting: () => void host.waiting.asEvent(),
            started: (engine) => void host.started.asEvent(engine),
            printed: (line) => void host.printed.asEvent(line),
          }),
      });
      return {
        ...channelOf(port1),
        onFailure: () => undefined,
        terminate: () => {
          port1.close();
        },
      };
    },
    startPostgres: () => {
      throw new Error('There is no PostgreSQL here.');
    },
    startPython: () => {
      throw new Error('There is no Python here.');
    },
  };
}

async function runWith(run: Parameters<typeof takenOver>[0]): Promise<RunReport> {
  const client = new RunClient(takenOver(run), 100);
  const report = await client.run(sampleRequest({ language: 'typescript', engine: 'pg-mem' }));
  client.close();
  return report;
}

test('a report that is none fails the run', async () => {
  const report = await runWith((host) => {
    host.started('pg-mem');
    return Promise.resolve({ outcome: { kind: 'completed' } } as RunReport);
  });
  expect(report.outcome).toMatchObject({ kind: 'engine-failed' });
});

test('a line that is none is not printed', async () => {
  const report = await runWith((host) => {
    host.started('pg-mem');
    host.printed(JSON.parse('{ "stream": "log", "text": { "not": "a text" } }') as OutputLine);
    host.printed({ stream: 'log', text: 'a text' });
    return new Promise(() => undefined);
  });
  expect(report.output).toEqual([{ stream: 'log', text: 'a text' }]);
});

test('a program that claims to start again and again runs out of time all the same', async () => {
  const report = await runWith(async (host) => {
    for (let i = 0; i < 100; i++) {
      host.started('pg-mem');
      host.waiting();
      host.started('pg-mem');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return emptyReport({ kind: 'completed' });
  });
  expect(report.outcome).toEqual({ kind: 'timed-out', limitMs: 100 });
});
