import { addLogs, firstLeanings, maximise, someTallies, takeTallies, type Tally } from './dirichlet-multinomial.ts';
import { addComings, type Comers, type Comings, fitComers, parametersOf, someComings, takeComings } from './renewals.ts';

/** What is told of rows: tallies, and when they came where that is asked. */
export type Told = { readonly tallies: readonly Tally[]; readonly comings?: Comings | undefined };

/** Classes of rows, each with a Dirichlet-multinomial for every tally: `leanings` holds, tally after tally, its parameters, class after class. */
export type CountClasses = {
  readonly k: number;
  readonly weights: readonly number[];
  readonly leanings: readonly (readonly number[])[];
  /** How they come, where that was told. */
  readonly comers?: Comers | undefined;
  /** Mean log-likelihood of a training row, in nats. */
  readonly logLikelihood: number;
  /** Bayesian information criterion (Schwarz, Annals of Statistics 6, 1978) over the training rows: less is better. */
  readonly bic: number;
  readonly iterations: number;
};

export type CountClassOptions = { readonly mostIterations: number; readonly tolerance: number };
const defaults: CountClassOptions = { mostIterations: 150, tolerance: 1e-5 };
/** What the starting groups are trusted. */
const trusted = 0.9;

export const takeTold = ({ tallies, comings }: Told, rows: Uint32Array): Told => ({
  tallies: takeTallies(tallies, rows),
  comings: comings === undefined ? undefined : takeComings(comings, rows),
});

const rowsOf = ({ tallies, comings }: Told): number => {
  if (comings !== undefined) return comings.gaps.length;
  return tallies[0] === undefined ? 0 : tallies[0].counts.length / tallies[0].levels;
};

/**
 * Latent classes of rows that are counts, by expectation and maximisation (Dempster, Laird & Rubin, JRSS B 39, 1977) from groups that were found otherwise. Within a class each row has shares of its own around those of the class
 * (Dirichlet-multinomial), so that what was done once tells little and what was done twenty times tells much, yet not as much as twenty rows; and, where it is told when rows came, a rate of its own around that of the class.
 */
export function fitCountClasses(told: Told, start: Int32Array, k: number, options: Partial<CountClassOptions> = {}): CountClasses {
  const shares = new Float64Array(rowsOf(told) * k).fill((1 - trusted) / k);
  start.forEach((own, row) => (shares[row * k + own] = (shares[row * k + own] ?? 0) + trusted));
  return climb(told, shares, k, options);
}

/** Goes on from where another fit on the same rows stopped. */
export const fitFurther = (told: Told, classes: CountClasses, options: Partial<CountClassOptions> = {}): CountClasses =>
  climb(told, sharesOf(told, classes), classes.k, options, classes);

function climb(told: Told, shares: Float64Array, k: number, options: Partial<CountClassOptions>, before?: CountClasses): CountClasses {
  const { mostIterations, tolerance } = { ...defaults, ...options };
  const { tallies, comings } = told;
  const rows = rowsOf(told);
  let leanings = tallies.map((own, place) => (before === undefined ? firstLeanings(own, shares, k) : Float64Array.from(before.leanings[place] ?? [])));
  const comers = comings === undefined ? undefined : fitComers(comings, shares, k, before?.comers);
  let weights: readonly number[] = [];
  let [logLikelihood, iterations] = [Number.NEGATIVE_INFINITY, 0];
  while (iterations < mostIterations) {
    iterations += 1;
    weights = weightsOf(shares, rows, k);
    leanings = tallies.map((own, place) => maximise(own, shares, k, leanings[place] ?? new Float64Array()));
    comers?.maximise(shares);
    const reached = expect(tallies, { k, weights, leanings }, comers?.expect, shares) / rows;
    const gained = reached - logLikelihood;
    logLikelihood = reached;
    if (gained < tolerance) break;
  }
  const levels = tallies.reduce((sum, own) => sum + own.levels, 0);
  const parameters = k * (1 + levels) - 1 + (comings === undefined ? 0 : parametersOf(comings, k));
  return {
    k,
    weights,
    leanings: leanings.map((own) => [...own]),
    ...(comers === undefined ? {} : { comers: comers.reached() }),
    logLikelihood,
    bic: parameters * Math.log(rows) - 2 * rows * logLikelihood,
    iterations,
  };
}

/** Rows that are assigned at once: what is known of each in each class stays small, however many there are. */
const rowsAtOnce = 8192;

/** The class that most likely made each row. */
export function assignCountClasses(told: Told, classes: CountClasses): Int32Array<ArrayBuffer> {
  const { k } = classes;
  const assigned = new Int32Array(rowsOf(told));
  for (let from = 0; from < assigned.length; from += rowsAtOnce) {
    const to = Math.min(from + rowsAtOnce, assigned.length);
    const shares = sharesOf(someOf(told, from, to), classes);
    for (let row = from; row < to; row += 1) {
      let best = 0;
      const at = (row - from) * k;
      for (let own = 1; own < k; own += 1) if ((shares[at + own] ?? 0) > (shares[at + best] ?? 0)) best = own;
      assigned[row] = best;
    }
  }
  return assigned;
}

const someOf = ({ tallies, comings }: Told, from: number, to: number): Told => ({
  tallies: someTallies(tallies, from, to),
  comings: comings === undefined ? undefined : someComings(comings, from, to),
});

/** Log-likelihood of each row. */
export function countLikelihoods(told: Told, classes: CountClasses): Float64Array {
  const logs = new Float64Array(rowsOf(told));
  sharesOf(told, classes, logs);
  return logs;
}

function sharesOf(told: Told, classes: CountClasses, logs?: Float64Array): Float64Array {
  const { comings } = told;
  const { comers } = classes;
  const shares = new Float64Array(rowsOf(told) * classes.k);
  expect(told.tallies, classes, comings === undefined || comers === undefined ? undefined : (own) => addComings(comings, comers, own), shares, logs);
  return shares;
}

function weightsOf(shares: Float64Array, rows: number, k: number): readonly number[] {
  const sums = Array.from({ length: k }, () => 1);
  for (let place = 0; place < shares.length; place += 1) sums[place % k] = (sums[place % k] ?? 0) + (shares[place] ?? 0);
  return sums.map((sum) => sum / (rows + k));
}

type Leanings = Pick<CountClasses, 'k' | 'weights'> & { readonly leanings: readonly ArrayLike<number>[] };

/** Fills each row's share of each class (and its log-likelihood); returns the log-likelihood of all. */
function expect(
  tallies: readonly Tally[],
  { k, weights, leanings }: Leanings,
  addMore: ((logs: Float64Array) => void) | undefined,
  shares: Float64Array,
  logs?: Float64Array,
): number {
  const rows = shares.length / k;
  const logWeights = weights.map(Math.log);
  for (let place = 0; place < rows * k; place += 1) shares[place] = logWeights[place % k] ?? 0;
  tallies.forEach((own, place) => addLogs(own, leanings[place] ?? [], k, shares));
  addMore?.(shares);
  let total = 0;
  for (let row = 0; row < rows; row += 1) {
    let largest = Number.NEGATIVE_INFINITY;
    for (let own = 0; own < k; own += 1) largest = Math.max(largest, shares[row * k + own] ?? 0);
    let sum = 0;
    for (let own = 0; own < k; own += 1) sum += Math.exp((shares[row * k + own] ?? 0) - largest);
    const log = largest + Math.log(sum);
    for (let own = 0; own < k; own += 1) shares[row * k + own] = Math.exp((shares[row * k + own] ?? 0) - log);
    if (logs !== undefined) logs[row] = log;
    total += log;
  }
  return total;
}
