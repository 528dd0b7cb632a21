import { expect, test } from 'vitest';
import type { Cohorts } from '../insights-query.ts';
import { wellFounded } from './well-founded.ts';

type Cohort = Cohorts['cohorts'][number];

/** A cohort that has come to the end of so many periods; the one after them still runs. */
const cohort = (people: number, ended: number): Cohort => ({
  starts: '2011-01-01',
  ends: '2011-01-31',
  people,
  expression: '',
  periods: Array.from({ length: ended + 1 }, (_, after) => ({
    after,
    starts: '2011-01-01',
    complete: after < ended,
    share: 0.5,
    revenue: 0,
    orders: 0,
    value: 0.5,
    people: people / 2,
    expression: '',
  })),
});
const averageOf = (cohorts: readonly Cohort[]): Cohorts['average'] =>
  Array.from({ length: Math.max(...cohorts.map(({ periods }) => periods.length)) - 1 }, (_, after) => {
    const people = cohorts.filter(({ periods }) => periods[after]?.complete === true).reduce((sum, each) => sum + each.people, 0);
    return { after, people, share: 0.5 };
  });
const spokenOf = (...cohorts: readonly Cohort[]) => wellFounded({ cohorts: [...cohorts], average: averageOf(cohorts) }).map(({ after }) => after);

test('only periods that three cohorts have come to the end of are spoken of', () => {
  expect(spokenOf(cohort(900, 5), cohort(400, 4), cohort(300, 3), cohort(300, 2))).toEqual([1, 2]);
});

test('three cohorts of fewer than a hundred customers together are not enough', () => {
  expect(spokenOf(cohort(40, 3), cohort(30, 3), cohort(29, 3))).toEqual([]);
  expect(spokenOf(cohort(40, 3), cohort(30, 3), cohort(30, 3))).toEqual([1, 2]);
});
