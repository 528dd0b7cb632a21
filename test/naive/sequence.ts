import type { Sequence, SequenceStep } from '../../src/language/tree.ts';
import { factHolds, factsOf } from './facts.ts';
import { shift } from './time.ts';
import type { Fact, Moment, World } from './world.ts';
import { inWindow } from './windows.ts';

/** Is there any choice of facts, one per positive step, that satisfies the whole sequence? Tries them all. */
export function sequenceHolds(sequence: Sequence, profile: number, world: World, moment: Moment): boolean {
  const [first, ...rest] = sequence.steps;
  if (first === undefined) return false;
  return candidates(first, profile, world, moment)
    .filter((fact) => sequence.window === undefined || inWindow(fact.at, sequence.window, moment))
    .some((fact) => continues(fact, rest, profile, world, moment));
}

function continues(anchor: Fact, steps: readonly SequenceStep[], profile: number, world: World, moment: Moment): boolean {
  const [step, ...rest] = steps;
  if (step === undefined) return true;
  const limit = step.within === undefined ? Number.POSITIVE_INFINITY : shift(anchor.at, step.within.amount, step.within.unit, moment.zone);
  const following = candidates(step, profile, world, moment).filter((fact) => isAfter(fact, anchor) && fact.at <= limit);
  if (!step.absent) return following.some((fact) => continues(fact, rest, profile, world, moment));
  const over = step.within === undefined || limit <= moment.now;
  return over && following.length === 0 && continues(anchor, rest, profile, world, moment);
}

const candidates = (step: SequenceStep, profile: number, world: World, moment: Moment): readonly Fact[] =>
  factsOf(step.facts.of, profile, world, moment).filter((fact) => step.facts.where === undefined || factHolds(step.facts.where, fact));

/** By time, then by arrival. */
function isAfter(fact: Fact, other: Fact): boolean {
  if (fact.at !== other.at) return fact.at > other.at;
  return 'receivedAt' in fact && 'receivedAt' in other && Number(fact.receivedAt) > Number(other.receivedAt);
}
