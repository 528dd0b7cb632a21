import { defineConfig } from 'vitest/config';

// oxlint-disable-next-line import/no-default-export -- the test runner asks for one
export default defineConfig({
  test: { include: ['src/**/*.test.ts', 'test/**/*.test.ts'], testTimeout: 30_000, pool: 'forks', maxWorkers: 2 },
});
