import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Each worker that checks answers may boot a PostgreSQL of its own, which takes memory. */
const MOST_CHECKING_WORKERS = 4;

export default defineConfig({
  test: {
    // For the projects that extend this: an answer is refused deep in the checker, where no learner can find anything.
    onStackTrace: (_error, { file }) => !file.includes('/src/checker/'),
    projects: [
      // Much of their time is waiting for processes and workers.
      { test: { name: 'unit', include: ['src/**/*.test.{ts,tsx}'], environment: 'node', maxWorkers: 2 } },
      {
        extends: true,
        test: {
          name: 'exercises',
          include: ['exercises/**/check.test.ts'],
          environment: 'node',
          setupFiles: ['src/cli/vitest-setup.ts'],
          // Check files share a worker, and with it a PostgreSQL that is already running.
          isolate: false,
          maxWorkers: Math.min(MOST_CHECKING_WORKERS, availableParallelism()),
          // Each run of an answer has a limit of its own; starting PostgreSQL must not count against a test.
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
