import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/longest-first.ts';

// The test runner asks for a default export.
export default defineConfig({
  test: {
    testTimeout: 180_000,
    hookTimeout: 180_000,
    pool: 'forks',
    // Much of a test's time is waiting: for a disk, a browser, a process that it has started. Three fill two processors; with four what is killed at a set time comes too late.
    maxWorkers: 3,
    maxConcurrency: 3,
    sequence: { sequencer: LongestFirst },
    // The programs that tests start keep their compiled code, as `bin/clientele` does: loading it anew is a third of a short command's work.
    env: { NODE_COMPILE_CACHE: resolve(import.meta.dirname, '.cache/node') },
    projects: [
      // Tests beside the code keep nothing to themselves, so that they need no process of their own: starting one takes longer than most of them.
      { extends: true, test: { name: 'rooms', include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'], isolate: false } },
      // These start servers, browsers and databases, and are killed with them where they hang.
      { extends: true, test: { name: 'whole', include: ['test/**/*.test.ts'] } },
    ],
  },
});
