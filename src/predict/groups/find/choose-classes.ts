import {
  adjustedRand,
  assignCountClasses,
  type CountClasses,
  countLikelihoods,
  fitCountClasses,
  fitFurther,
  kMeans,
  mean,
  type Points,
  sampled,
  seededRandom,
  standardDeviation,
  takePoints,
  takeTold,
  type Told,
} from '../../../stats/index.ts';
import { leeway, stableFrom } from './choose-k.ts';

/** Customers as points and as what each of their orders says. */
export type Counted = { readonly points: Points; readonly told: Told };

const mostRows = 6000;
const halfRows = 3000;
const pairs = 5;
/** How many groupings by k-means classes start from: the likelihood has more than one summit. A verdict over halves is content with less. */
const wholly = { starts: 4, mostIterations: 150 };
const byHalves = { starts: 3, mostIterations: 75 };
/** Iterations after which the starts are compared, of which the best goes on. */
const firstIterations = 15;

const taken = ({ points, told }: Counted, rows: Uint32Array): Counted =>
  rows.length === points.rows ? { points, told } : { points: takePoints(points, rows), told: takeTold(told, rows) };

export const sampleOfCounted = (whole: Counted, most: number, seed: number): Counted => taken(whole, sampled(seededRandom(seed), whole.points.rows, most));

/** Classes from several groupings by k-means, of which the likeliest goes on. */
export function findClasses(customers: Counted, k: number, seed: number, { starts, mostIterations } = wholly): CountClasses {
  const { points, told } = sampleOfCounted(customers, mostRows, seed);
  const tried = Array.from({ length: starts }, (_, place) => {
    const { assignments } = kMeans(points, k, { seed: seed + place, restarts: place === 0 ? 10 : 1 });
    return fitCountClasses(told, assignments, k, { mostIterations: firstIterations });
  });
  const best = tried.reduce((top, own) => (own.logLikelihood > top.logLikelihood ? own : top));
  return fitFurther(told, best, { mostIterations: mostIterations - firstIterations });
}

export type ClassEvidence = {
  readonly k: number;
  /** How alike the classes are that two random halves find, laid over everybody: mean adjusted Rand index. */
  readonly stability: number;
  /** By how many nats a customer whom neither had seen is said better than by the groups of k-means taken for classes; and its standard error. */
  readonly gain: number;
  readonly gainError: number;
  /** Mean log-likelihood of customers whom neither had seen. */
  readonly unseen: number;
};

/** `model` is null where the groups of k-means stay; `reason` says why there are so many classes. */
export type ClassChoice = {
  readonly reason: string;
  readonly evidence: readonly ClassEvidence[];
  readonly chosen: ClassEvidence | null;
  readonly model: CountClasses | null;
};

/** A gain of less is a rounding: classes that nobody differs in say nothing. */
const nothing = 1e-9;

/**
 * Classes, for numbers of them that are as good by distances: of those that another half of the customers would show again, and that say unseen customers better than the groups of k-means by more than two standard errors,
 * the one that says them best. They are no more than a tenth less stable than `instead`, the groups by distances that would be taken else. Where classes were asked for, the best of all. Those that acted before may be a little less
 * stable, as the number of groups may.
 */
export function chooseClasses(
  whole: Counted,
  numbers: readonly number[],
  { seed, wanted, before, instead }: { readonly seed: number; readonly wanted: boolean; readonly before: boolean; readonly instead: number },
): ClassChoice {
  const bound = Math.max(stableFrom, instead - leeway.stability) - (before ? leeway.stability : 0);
  const evidence = numbers.map((k) => judgeClasses(whole, k, seed));
  const held = evidence.filter(({ stability, gain, gainError }) => wanted || (stability >= bound && gain > Math.max(2 * gainError, nothing)));
  const chosen = held.reduce<ClassEvidence | null>((best, own) => (best === null || own.unseen > best.unseen ? own : best), null);
  return { reason: reasonOf(chosen, held.length), evidence, chosen, model: chosen === null ? null : findClasses(whole, chosen.k, seed) };
}

/** Whether other customers would show the same classes, and are said better by them than by groups of k-means. */
export function judgeClasses(whole: Counted, k: number, seed: number): ClassEvidence {
  const some = sampleOfCounted(whole, halfRows, seed);
  const random = seededRandom(seed);
  let stability = 0;
  const gains: number[] = [];
  const logs: number[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const halves = halved(some.points.rows, random);
    const found = halves.map((rows, side) => {
      const half = taken(some, rows);
      const classes = findClasses(half, k, seed + 2 * pair + side, byHalves);
      const { assignments } = kMeans(half.points, k, { seed: seed + 2 * pair + side, restarts: 10 });
      const plain = fitCountClasses(half.told, assignments, k, { mostIterations: 1 });
      const unseen = takeTold(some.told, halves[1 - side] ?? rows);
      const [ours, theirs] = [countLikelihoods(unseen, classes), countLikelihoods(unseen, plain)];
      ours.forEach((log, row) => {
        logs.push(log);
        gains.push(log - (theirs[row] ?? 0));
      });
      return assignCountClasses(some.told, classes);
    });
    stability += adjustedRand(found[0] ?? new Int32Array(), found[1] ?? new Int32Array()) / pairs;
  }
  const all = Float64Array.from(gains);
  // Each customer is unseen once in each pair.
  return { k, stability, unseen: mean(Float64Array.from(logs)), gain: mean(all), gainError: standardDeviation(all) / Math.sqrt(all.length / pairs) };
}

function reasonOf(chosen: ClassEvidence | null, held: number): string {
  if (chosen === null)
    return 'Groups by what each order says would be others in another half of the customers, or say no more of customers who were not seen than groups by how far apart customers lie.';
  const again = 'another half of the customers would show the same ones again';
  return held > 1
    ? `${chosen.k} groups by what each order says: ${again}, and of all numbers for which that is so, so many tell best what other customers do.`
    : `${chosen.k} groups by what each order says: ${again}, and they tell better what other customers do than groups by how far apart customers lie.`;
}

function halved(rows: number, random: () => number): readonly [Uint32Array, Uint32Array] {
  const first = sampled(random, rows, Math.ceil(rows / 2));
  const inFirst = new Set(first);
  return [first, Uint32Array.from({ length: rows }, (_, row) => row).filter((row) => !inFirst.has(row))];
}
