import type { Condition } from '../../src/language/tree.ts';
import { candidateInstants } from './candidate-instants.ts';
import { holds } from './evaluate.ts';
import type { Moment, World } from './world.ts';

/**
 * The earliest instant after `now` at which some customer's verdict differs from the one at `now`, null where time alone never
 * changes it. By brute force: every instant at which anything could change, and one microsecond to either side of it, is tried in turn.
 */
export function nextChangeNaively(tree: Condition, world: World, moment: Moment, profiles: readonly number[] = world.profiles): number | null {
  const before = profiles.map((profile) => holds(tree, profile, world, moment));
  for (const instant of candidateInstants(tree, world, moment)) {
    const then = { ...moment, now: instant };
    if (profiles.some((profile, index) => holds(tree, profile, world, then) !== before[index])) return instant;
  }
  return null;
}
