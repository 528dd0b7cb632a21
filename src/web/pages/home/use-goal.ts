import type { Goal } from './home-query.ts';

/** What the owner wants to achieve; undefined while nothing is chosen. */
export function useGoal(): Goal | undefined {
  return undefined;
}
