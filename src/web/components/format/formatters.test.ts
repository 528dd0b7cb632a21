import { expect, test } from 'vitest';
import { createFormatters } from './formatters.ts';

const british = createFormatters({ locale: 'en-GB', currency: 'GBP', zone: 'Europe/London' });

test('money has pence only below 100', () => {
  expect([38.4, 99.99, 100.4, 41_207.35, 12].map(british.money)).toEqual(['£38.40', '£99.99', '£100', '£41,207', '£12']);
});

test('what rounds to zero has no sign', () => {
  expect([british.decimal(-0.02), british.count(-0.3), british.share(-0), british.money(-0), british.decimal(-0.06)]).toEqual(['0', '0', '0%', '£0', '-0.1']);
});

test('shares have a decimal only below 10%', () => {
  expect([0, 0.0684, 0.0995, 0.1, 0.3749].map(british.share)).toEqual(['0%', '6.8%', '10%', '10%', '37%']);
});

test('a share that is not all is not told as all, nor one that is not none as none', () => {
  expect([597 / 600, 1, 0.0002, 0].map(british.share)).toEqual(['more than 99%', '100%', 'less than 0.1%', '0%']);
  expect([597 / 600, 1, 0.004, 0].map(british.wholeShare)).toEqual(['>99%', '100%', '<1%', '0%']);
});

test('days and times are those of the workspace, not of this computer', () => {
  // 23:30 UTC on 30 June is 00:30 on 1 July in London, whose summer time is one hour ahead.
  expect(british.day('2026-06-30T23:30:00Z')).toBe('1 Jul 2026');
  expect(british.time('2026-06-30T23:30:00Z')).toBe('00:30');
  expect(createFormatters({ locale: 'de-DE', currency: 'EUR', zone: 'Europe/Berlin' }).money(1234.5)).toBe('1.235\u00a0€');
});
