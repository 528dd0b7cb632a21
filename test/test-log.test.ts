import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createLog } from '../src/api/http/log.ts';
import { keepLog } from './test-log.ts';

const told = (expected?: RegExp) => {
  const shown: string[] = [];
  const log = keepLog(expected, (text) => shown.push(text));
  const to = new Writable({
    write: (line, _, done) => {
      log.write(String(line));
      done();
    },
  });
  createLog('warn', to).error({ err: new Error('the disk is full') }, 'failed');
  return { log, shown };
};

test('an error that a test server logs is shown with where it came from, and fails the file', () => {
  const { log, shown } = told();
  expect(shown[0]).toMatch(/^The test server logged failed: Error: the disk is full\n {4}at told /);
  expect(() => log.check()).toThrow('an error that nobody asked for: failed: Error: the disk is full');
});

test('one that the test provokes is not', () => {
  const { log, shown } = told(/disk is full/);
  expect(shown).toEqual([]);
  log.check();
});
