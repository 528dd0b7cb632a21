import type { Cohorts } from '../insights-query.ts';

/** Fewer cohorts or people than these are chance: what one month's newcomers did is not what newcomers do. */
const fewest = { cohorts: 3, people: 100 };

/** The periods after the first order that enough cohorts have come to the end of, to be spoken of for all. */
export function wellFounded({ cohorts, average }: Pick<Cohorts, 'cohorts' | 'average'>): Cohorts['average'] {
  return average.filter(({ after, people }) => {
    const reached = cohorts.filter(({ periods }) => periods[after]?.complete === true).length;
    return after > 0 && people >= fewest.people && reached >= fewest.cohorts;
  });
}
