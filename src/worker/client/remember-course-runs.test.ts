import { describe, expect, test } from 'vitest';
import { emptyReport, type RunReport, type RunRequest } from '../../core/run-report';
import { sampleRequest } from '../../core/testing/sample-request';
import { rememberCourseRuns } from './remember-course-runs';

const REQUEST = sampleRequest({ author: 'course' });

function counting(outcome: RunReport['outcome'] = { kind: 'completed' }): {
  readonly asked: RunRequest[];
  readonly runs: ReturnType<typeof rememberCourseRuns>;
} {
  const asked: RunRequest[] = [];
  const runs = rememberCourseRuns({
    run: (request) => {
      asked.push(request);
      return Promise.resolve({ ...emptyReport(outcome), ms: asked.length });
    },
  });
  return { asked, runs };
}

describe('rememberCourseRuns', () => {
  test('runs the course’s code once, and again on another data set or for another call', async () => {
    const { asked, runs } = counting();
    const first = await runs.run(REQUEST);
    expect(await runs.run({ ...REQUEST })).toBe(first);
    await runs.run({ ...REQUEST, dataset: { id: 'tiny', sql: '' } });
    await runs.run({ ...REQUEST, evaluation: { kind: 'call', name: 'f', args: [1] } });
    await runs.run({ ...REQUEST, engine: 'postgres' });
    expect(asked).toHaveLength(4);
  });

  test('forgets first what nobody asked for longest', async () => {
    const { asked, runs } = counting();
    const of = (id: number): RunRequest => ({ ...REQUEST, dataset: { id: String(id), sql: '' } });
    for (let id = 0; id < 1_000; id++) {
      await runs.run(of(0));
      await runs.run(of(id));
    }
    expect(asked).toHaveLength(1_000);
    await runs.run(of(1));
    expect(asked).toHaveLength(1_001);
  });

  test('runs it once for two who ask at the same time', async () => {
    const { asked, runs } = counting();
    const [first, second] = await Promise.all([runs.run(REQUEST), runs.run({ ...REQUEST })]);
    expect(second).toBe(first);
    expect(asked).toHaveLength(1);
  });

  test('runs a learner’s code each time, also when it equals the solution', async () => {
    const { asked, runs } = counting();
    await runs.run(REQUEST);
    await runs.run({ ...REQUEST, author: 'learner' });
    await runs.run({ ...REQUEST, author: 'learner' });
    expect(asked).toHaveLength(3);
  });

  test('does not keep what was stopped or what an engine could not do', async () => {
    for (const kind of ['stopped', 'engine-failed'] as const) {
      const { asked, runs } = counting(kind === 'stopped' ? { kind } : { kind, message: 'no memory' });
      await runs.run(REQUEST);
      await runs.run(REQUEST);
      expect(asked).toHaveLength(2);
      await Promise.all([runs.run(REQUEST), runs.run(REQUEST)]);
      expect(asked).toHaveLength(4);
    }
  });
});
