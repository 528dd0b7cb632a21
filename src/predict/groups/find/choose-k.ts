import { gapStatistic, kByGap, kMeans, type Points, silhouette, stability } from '../../../stats/index.ts';
import { sampleOf } from './fit.ts';

export type KEvidence = {
  readonly k: number;
  /** Of a sample, −1 to 1: how much nearer customers are to their own group than to the next. */
  readonly silhouette: number;
  /** 0 to 1: how alike the groups are that two random halves find. */
  readonly stability: number;
  readonly gap: number;
  readonly gapStandardError: number;
  /** Share of the customers in the smallest group. */
  readonly smallest: number;
};

export type KChoice = {
  readonly k: number;
  readonly evidence: readonly KEvidence[];
  readonly byGap: number;
  /** Numbers of groups that are about as good by distances, the chosen one among them. */
  readonly alike: readonly number[];
  /** False where customers do not fall into groups by themselves: the groups are then slices of a whole, useful but not natural. */
  readonly natural: boolean;
  readonly reason: string;
};

const stabilityRows = 3000;
const silhouetteRows = 1200;
const gapRows = 600;
/** Groups that two halves agree on less than this are an accident. */
export const stableFrom = 0.75;
const structureFrom = 0.25;
const smallestShare = 0.02;

/** Of 1,200 customers the silhouette is known to about a hundredth: less apart than that nobody can tell. */
const asFarApart = 0.01;

/** How much less stable, and how much less apart, as many groups as before may be and still be kept. Of halves drawn by lot stability is known to a twentieth or so. */
export const leeway = { stability: 0.1, silhouette: 0.02 } as const;

/**
 * The number of groups from 2 to `most`: as many as there were `before`, where they are about as good as any (else an owner would meet other groups whenever a figure passes a bound); else among those that a different half of the customers would find again, and whose groups are no splinters, the
 * one with the highest silhouette; where several lie as far apart, the gap statistic says how many of them. It also says whether there are groups at all. All evidence is by k-means, on samples.
 */
export function chooseK(points: Points, most: number, seed: number, progress: (share: number) => void = () => undefined, before?: number): KChoice {
  const [some, few, fewer] = [stabilityRows, silhouetteRows, gapRows].map((rows) => sampleOf(points, rows, seed));
  if (some === undefined || few === undefined || fewer === undefined) throw new RangeError('no rows');
  const gaps = gapStatistic(fewer, most, seed);
  const evidence = Array.from({ length: Math.max(0, most - 1) }, (_, place): KEvidence => {
    const k = place + 2;
    progress(place / most);
    const { assignments } = kMeans(few, k, { seed, restarts: 10 });
    const gap = gaps[k - 1];
    return {
      k,
      silhouette: silhouette(few, assignments),
      // Ten starts: with few, halves disagree because one of them was stuck, not because there is nothing to find.
      stability: stability(some, (half, own) => kMeans(half, k, { seed: own, restarts: 10 }).centres, seed),
      gap: gap?.gap ?? Number.NaN,
      gapStandardError: gap?.standardError ?? Number.NaN,
      smallest: smallestOf(assignments, k),
    };
  });
  const byGap = kByGap(gaps);
  const stable = evidence.filter((own) => own.stability >= stableFrom && own.smallest >= smallestShare);
  const alike = equallyFar(stable);
  const best = stable.length > 0 ? furthestApart(alike) : evidence.toSorted((a, b) => b.stability - a.stability)[0];
  const again = evidence.find(
    ({ k, stability: own, silhouette: apart, smallest }) =>
      k === before && own >= stableFrom - leeway.stability && smallest >= smallestShare && apart >= (best?.silhouette ?? 0) - leeway.silhouette,
  );
  const chosen = again ?? best;
  // Not whether the rule that chooses by gaps says more than one: it stops at the first dip, and five groups of the same size may lie such that two are no better than one.
  const [alone, gapOfChosen] = [gaps[0], gaps[(chosen?.k ?? 1) - 1]];
  const tighter = alone !== undefined && gapOfChosen !== undefined && gapOfChosen.gap - 2 * gapOfChosen.standardError > alone.gap;
  const natural = tighter && (stable.length > 0 || again !== undefined) && (chosen?.silhouette ?? 0) >= structureFrom;
  if (again !== undefined && again !== best)
    return { k: again.k, evidence, byGap, alike: [again.k], natural, reason: `${again.k} groups as before: no other number is clearly better.` };
  const asGood = again === undefined && alike.length > 0 ? alike.map(({ k }) => k) : chosen === undefined ? [] : [chosen.k];
  return { k: chosen?.k ?? 1, evidence, byGap, alike: asGood, natural, reason: reasonOf(chosen, alike, natural) };
}

/** The evidence beside a number that somebody gave. */
export function asked(best: KChoice, k: number): KChoice {
  const own = best.evidence.find((one) => one.k === k);
  const natural = best.natural && own !== undefined && own.stability >= stableFrom && own.silhouette >= structureFrom;
  const reason =
    k === best.k
      ? `${k} groups were asked for, and the evidence speaks for as many. ${best.reason}`
      : `${k} groups were asked for. By the evidence alone: ${best.reason}`;
  return { ...best, k, alike: [k], natural, reason };
}

/** Those that lie as far apart as the furthest, as far as anybody can tell. */
function equallyFar(stable: readonly KEvidence[]): readonly KEvidence[] {
  const most = Math.max(...stable.map((own) => own.silhouette));
  return stable.filter((own) => own.silhouette >= most - asFarApart);
}

/** Of numbers that lie equally far apart the first after which the next one's gap is no larger by more than its standard error, as Tibshirani, Walther & Hastie choose. */
const furthestApart = (alike: readonly KEvidence[]): KEvidence | undefined =>
  alike.find(({ gap }, place) => {
    const next = alike[place + 1];
    return next === undefined || gap >= next.gap - next.gapStandardError;
  });

function smallestOf(assignments: Int32Array, k: number): number {
  const counts = new Float64Array(k);
  for (const own of assignments) counts[own] = (counts[own] ?? 0) + 1;
  return Math.min(...counts) / assignments.length;
}

function reasonOf(best: KEvidence | undefined, alike: readonly KEvidence[], natural: boolean): string {
  if (best === undefined) return 'There are too few customers for groups.';
  if (natural && alike.length > 1)
    return `${countsOf(alike)} groups lie equally far apart, as far as one can tell, and another half of the customers would show them again; in ${best.k} customers are most alike.`;
  if (natural) return `${best.k} groups lie furthest apart of those that another half of the customers would show again.`;
  if (alike.length > 0) return `Customers do not fall into groups by themselves; ${best.k} slices are the clearest that can be found again.`;
  return `Customers do not fall into groups by themselves; ${best.k} slices agree most between halves of the customers.`;
}

const countsOf = (alike: readonly KEvidence[]): string => new Intl.ListFormat('en-GB').format(alike.map(({ k }) => String(k)));
