import { describe, expect, test } from 'vitest';
import { evaluateNaively } from '../naive/evaluate.ts';
import { readCases, readTree } from './read-cases.ts';

const sorted = (members: Iterable<number>): number[] => [...members].sort((a, b) => a - b);

describe.each(readCases())('by hand and naively: $name', ({ world, cases }) => {
  test.each(cases)('$text', ({ text, members, moment }) => {
    expect(sorted(evaluateNaively(readTree(text), world, moment))).toEqual(sorted(members));
  });
});
