import type { Comparison, Condition, Within } from '../../src/language/tree.ts';
import { compare } from './compare.ts';
import { compareDates, dateHolds } from './dates.ts';
import { aggregate, daysSince } from './facts.ts';
import { sequenceHolds } from './sequence.ts';
import { isUnknown } from './text.ts';
import type { Moment, Value, World } from './world.ts';

/**
 * The members of a segment, found the slow and obvious way: every customer, every condition, every fact, as the language page says.
 * It knows nothing of SQL and shares no code with the compiler.
 */
export function evaluateNaively(tree: Condition, world: World, moment: Moment): Set<number> {
  return new Set(world.profiles.filter((profile) => holds(tree, profile, world, moment)));
}

export function holds(tree: Condition, profile: number, world: World, moment: Moment): boolean {
  const attribute = (name: string): Value | undefined => world.attributes.get(profile)?.[name];
  switch (tree.kind) {
    case 'all':
      return tree.of.every((part) => holds(part, profile, world, moment));
    case 'any':
      return tree.of.some((part) => holds(part, profile, world, moment));
    case 'none':
      return !tree.of.some((part) => holds(part, profile, world, moment));
    case 'not':
      return !holds(tree.of, profile, world, moment);
    case 'compare':
      return comparisonHolds(tree, profile, world, moment);
    case 'known':
      return !isUnknown(attribute(tree.attribute));
    case 'unknown':
      return isUnknown(attribute(tree.attribute));
    case 'date':
      return dateHolds(attribute(tree.attribute), world.words[tree.attribute] ?? 'date', tree.window, moment);
    case 'in-segment':
      return holds(segmentTree(tree.segment, world), profile, world, moment);
    case 'sequence':
      return sequenceHolds(tree, profile, world, moment);
    case 'within':
      return isNear(attribute('latitude'), attribute('longitude'), tree);
    case 'can-receive':
    case 'random':
      throw new Error(`the language page gives no rule by which "${tree.kind}" could be worked out here`);
  }
}

function comparisonHolds(tree: Comparison, profile: number, world: World, moment: Moment): boolean {
  switch (tree.left.kind) {
    case 'attribute': {
      const value = world.attributes.get(profile)?.[tree.left.name];
      const type = world.words[tree.left.name];
      if (type === 'date' || type === 'birthday' || type === 'instant') return compareDates(value, tree.operator, tree.values, moment);
      return compare(value, tree.operator, tree.values);
    }
    case 'aggregate':
      return compare(aggregate(tree.left, profile, world, moment), tree.operator, tree.values);
    case 'days-since': {
      const elapsed = daysSince(tree.left, profile, world, moment);
      const completed = tree.operator === '=' || tree.operator === '!=' || tree.operator === 'in' || tree.operator === 'not in';
      return compare(elapsed === null || !completed ? elapsed : Math.floor(elapsed), tree.operator, tree.values);
    }
  }
}

function segmentTree(slugOrName: string, world: World): Condition {
  const found = world.segments[slugOrName] ?? Object.values(world.segments).find((segment) => segment.name === slugOrName);
  if (found === undefined) throw new Error(`no segment ${slugOrName}`);
  return found.tree;
}

/** Great-circle distance on a sphere of the Earth's mean radius. */
function isNear(latitude: Value | undefined, longitude: Value | undefined, { distance, unit, latitude: toLatitude, longitude: toLongitude }: Within): boolean {
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return false;
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const across = Math.sin(radians(toLatitude - latitude) / 2) ** 2;
  const along = Math.sin(radians(toLongitude - longitude) / 2) ** 2;
  const kilometres = 2 * 6371.0088 * Math.asin(Math.sqrt(across + Math.cos(radians(latitude)) * Math.cos(radians(toLatitude)) * along));
  return kilometres <= distance * (unit === 'km' ? 1 : 1.609344);
}
