import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { defineConfig } from 'vitest/config';

/** The files that take longest, longest first: whatever ends last has a processor for itself, and should be short. */
const LONG = [/parity\/share-/, /lessons/, /python-steps/, /out-of-memory/, /isolation/, /content\.test/];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const found = LONG.findIndex((pattern) => pattern.test(moduleId));
      return found < 0 ? LONG.length : found;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

/** Tests of the built site in Chromium, of the whole course at once, and of all engines: slow, and they share two cores. */
export default defineConfig({
  test: {
    include: ['tests/{differential,e2e,parity}/**/*.test.ts'],
    // As many as there are cores to count on: with one more, what has to happen within a second now and then does not.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
