import { defineConfig } from 'vitest/config';

/** Tests of the built site in Chromium, and of the whole course at once: slow, and one after the other. */
export default defineConfig({
  test: {
    include: ['tests/{e2e,parity}/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
