import { type Random, randomInteger } from '../random/index.ts';
import { chance, drawCoefficients, type LinearPosterior } from './bayesian-linear.ts';

/** One thing that can be done: what is known of its chance of success, what success is worth and what doing it costs. */
export type Arm = { readonly posterior: LinearPosterior; readonly value: number; readonly cost: number };

export type ArmChoice = {
  readonly arm: number;
  /** With what probability this arm was chosen here: needed to tell later what another rule would have brought. */
  readonly propensity: number;
  /** Chosen at random, whatever is known. */
  readonly explored: boolean;
  /** The arms that could have been chosen: what another rule would have brought can be told of these alone. */
  readonly possible: readonly number[];
  /** Expected worth less cost, by the posterior's mode. */
  readonly expected: number;
  /** In which share of the draws from what is known it was the best. */
  readonly best: number;
};

/** Draws that a choice is made from. */
export const drawsOfArms = 100;

/** One set of draws of each arm's coefficients, shared by all customers of a run: given them, every probability is exact. */
export const drawArms = (arms: readonly Arm[], random: Random): readonly (readonly Float64Array[])[] =>
  arms.map(({ posterior }) => Array.from({ length: drawsOfArms }, () => drawCoefficients(posterior, random)));

export type Choosing = {
  readonly random: Random;
  readonly randomShare: number;
  readonly drawn: readonly (readonly Float64Array[])[];
  /** Which of the allowed arms what is known may choose. All where left out. */
  readonly among?: readonly number[];
  /** Which of the allowed arms chance alone may draw. All where left out. */
  readonly byChance?: readonly number[];
};

/**
 * Thompson sampling over contexts (Thompson, Biometrika 25, 1933; Agrawal & Goyal, ICML 2013) with a share that stays random for good: an arm is chosen as often as it is the best in draws from
 * what is known. Its probability is (1 − ε) · share of draws + ε / arms, over the arms that chance may draw; an arm outside `among` wins no draw. Undefined where no arm is allowed.
 */
export function chooseArm(
  arms: readonly Arm[],
  context: ArrayLike<number>,
  allowed: readonly number[],
  { random, randomShare, drawn, among = allowed, byChance = allowed }: Choosing,
): ArmChoice | undefined {
  if (allowed.length === 0) return undefined;
  const wins = new Float64Array(arms.length);
  for (let draw = 0; draw < drawsOfArms; draw += 1) {
    let [best, worth] = [-1, Number.NEGATIVE_INFINITY];
    for (const place of among) {
      const [arm, coefficients] = [arms[place], drawn[place]?.[draw]];
      if (arm === undefined || coefficients === undefined) continue;
      const sampled = chance(coefficients, context) * arm.value - arm.cost;
      if (sampled > worth) [best, worth] = [place, sampled];
    }
    if (best >= 0) wins[best] = (wins[best] ?? 0) + 1;
  }
  const explored = random() < randomShare;
  const chosen = explored ? byChance[randomInteger(random, byChance.length)] : armAt(wins, random());
  const arm = chosen === undefined ? undefined : arms[chosen];
  if (chosen === undefined || arm === undefined) return undefined;
  const probabilityOf = (place: number): number =>
    (1 - randomShare) * ((wins[place] ?? 0) / drawsOfArms) + (byChance.includes(place) ? randomShare / byChance.length : 0);
  return {
    arm: chosen,
    propensity: probabilityOf(chosen),
    explored,
    possible: allowed.filter((place) => probabilityOf(place) > 0),
    expected: expectedOf(arm, context),
    best: (wins[chosen] ?? 0) / drawsOfArms,
  };
}

/** Expected worth less cost, by the posterior's mode. */
export const expectedOf = ({ posterior, value, cost }: Arm, context: ArrayLike<number>): number => chance(posterior.mean, context) * value - cost;

/** The arm at this point of the running share of wins. */
function armAt(wins: Float64Array, at: number): number | undefined {
  let running = 0;
  for (const [place, won] of wins.entries()) {
    running += won / drawsOfArms;
    if (at < running) return place;
  }
  const last = wins.findLastIndex((won) => won > 0);
  return last < 0 ? undefined : last;
}
