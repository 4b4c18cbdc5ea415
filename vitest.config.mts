import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Each worker that checks answers may boot a PostgreSQL of its own, which takes memory. */
const MOST_CHECKING_WORKERS = 4;

/** What the checker throws to refuse an answer: where in the checker that happened is of no use to a learner. */
const REFUSALS = ['AnswerRefusedError', 'CheckBrokenError'];

export default defineConfig({
  test: {
    onStackTrace: ({ name = '' }, { file }) => !(REFUSALS.includes(name) && file.includes('/src/checker/')),
    projects: [
      { test: { name: 'unit', include: ['src/**/*.test.{ts,tsx}'], environment: 'node' } },
      {
        test: {
          name: 'exercises',
          include: ['exercises/**/check.test.ts'],
          environment: 'node',
          setupFiles: ['src/cli/vitest-setup.ts'],
          // Check files share a worker, and with it a PostgreSQL that is already running.
          isolate: false,
          maxWorkers: Math.min(MOST_CHECKING_WORKERS, availableParallelism()),
          // Each run of an answer has a limit of its own; starting PostgreSQL must not count against a test.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
