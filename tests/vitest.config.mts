import { defineConfig } from 'vitest/config';

/** Tests of the built site in Chromium, of the whole course at once, and of all engines: slow, and they share two cores. */
export default defineConfig({
  test: {
    include: ['tests/{differential,e2e,parity}/**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
