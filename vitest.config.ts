import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,property,golden,rules,e2e}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Two workers: the building machines have two cores, and Chromium needs its share.
    maxWorkers: 2,
    // Long for a test, short for a machine that has something else to do as well.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A window that is busy shows things later, not never.
    expect: { poll: { timeout: 10_000 } },
    reporters: ['default', './tests/closing-line-reporter.ts'],
  },
});
