import { expect, test } from 'vitest';
import { type ImportsReport, staysInBounds } from './imports.ts';

const run = (warehouseMegabytes: number, peakMegabytes: number, orders = 100) => ({ seconds: 1, cpuSeconds: 1, peakMegabytes, warehouseMegabytes, orders });
const report = (...runs: ImportsReport['runs']): ImportsReport => ({ orders: 100, runs, kept: 100 * runs.length });

test('imports stay in bounds where the file grows by what each brings and the last takes no more memory than the second', () => {
  expect(staysInBounds(report(run(7, 400), run(14, 420), run(19, 450)))).toBe(true);
  // Copies of what was there: 7, 21, 43 where six times the first are allowed.
  expect(staysInBounds(report(run(7, 400), run(21, 420), run(43, 450)))).toBe(false);
  expect(staysInBounds(report(run(7, 400), run(14, 420), run(19, 841)))).toBe(false);
});

test('and where every order of every import is there', () => {
  expect(staysInBounds(report(run(7, 400), run(14, 420, 99)))).toBe(false);
  expect(staysInBounds({ ...report(run(7, 400), run(14, 420)), kept: 199 })).toBe(false);
  expect(staysInBounds({ orders: 100, runs: [], kept: 0 })).toBe(false);
});
