/** How often each row did each of several things that exclude each other: rows × levels, row after row. `tally` makes them. */
export type Tally = { readonly levels: number; readonly counts: Uint8Array };

/** Classes of rows, each with a Dirichlet-multinomial for every tally: `leanings` holds, tally after tally, its parameters, class after class. */
export type CountClasses = {
  readonly k: number;
  readonly weights: readonly number[];
  readonly leanings: readonly (readonly number[])[];
  /** Mean log-likelihood of a training row, in nats. */
  readonly logLikelihood: number;
  /** Bayesian information criterion (Schwarz, Annals of Statistics 6, 1978) over the training rows: less is better. */
  readonly bic: number;
  readonly iterations: number;
};

/** A row that did more things than this is taken for one that did this many in the same shares: what it leans to is known by then, and a sum of logarithms can be looked up. */
export const mostTold = 60;

export type CountClassOptions = { readonly mostIterations: number; readonly tolerance: number };
const defaults: CountClassOptions = { mostIterations: 150, tolerance: 1e-5 };
/** Steps of the fixed point within one maximisation. */
const steps = 5;
/** The sum of a class's parameters: beyond this all its rows are as good as one, at which the likelihood would go on for ever. */
const mostAlike = 200;
const leastLeaning = 0.005;
/** What the starting groups are trusted. */
const trusted = 0.9;

/** Fills a row of a tally from counts of any size. */
export function tell(counts: Uint8Array, from: number, found: ArrayLike<number>): void {
  let total = 0;
  for (let level = 0; level < found.length; level += 1) total += found[level] ?? 0;
  const scale = total > mostTold ? mostTold / total : 1;
  for (let level = 0; level < found.length; level += 1) counts[from + level] = Math.round((found[level] ?? 0) * scale);
}

export function takeTallies(tallies: readonly Tally[], rows: Uint32Array): readonly Tally[] {
  return tallies.map(({ levels, counts }) => {
    const taken = new Uint8Array(rows.length * levels);
    rows.forEach((row, place) => taken.set(counts.subarray(row * levels, (row + 1) * levels), place * levels));
    return { levels, counts: taken };
  });
}

const rowsOf = (tallies: readonly Tally[]): number => (tallies[0] === undefined ? 0 : tallies[0].counts.length / tallies[0].levels);

/**
 * Latent classes of rows that are counts, by expectation and maximisation (Dempster, Laird & Rubin, JRSS B 39, 1977) from groups that were found otherwise. Within a class each row has shares of its own around those of the class
 * (Dirichlet-multinomial), so that what was done once tells little and what was done twenty times tells much, yet not as much as twenty rows. Its parameters by the fixed point of Minka (Estimating a Dirichlet distribution, 2000),
 * over how many rows have each count.
 */
export function fitCountClasses(tallies: readonly Tally[], start: Int32Array, k: number, options: Partial<CountClassOptions> = {}): CountClasses {
  const { mostIterations, tolerance } = { ...defaults, ...options };
  const rows = rowsOf(tallies);
  const shares = new Float64Array(rows * k).fill((1 - trusted) / k);
  start.forEach((own, row) => (shares[row * k + own] = (shares[row * k + own] ?? 0) + trusted));
  let leanings = tallies.map((own) => firstLeanings(own, shares, k));
  let weights: readonly number[] = [];
  let [logLikelihood, iterations] = [Number.NEGATIVE_INFINITY, 0];
  while (iterations < mostIterations) {
    iterations += 1;
    weights = weightsOf(shares, rows, k);
    leanings = tallies.map((own, place) => maximise(own, shares, k, leanings[place] ?? new Float64Array()));
    const reached = expect(tallies, { k, weights, leanings }, shares) / rows;
    const gained = reached - logLikelihood;
    logLikelihood = reached;
    if (gained < tolerance) break;
  }
  const parameters = k * (1 + tallies.reduce((sum, { levels }) => sum + levels, 0)) - 1;
  return {
    k,
    weights,
    leanings: leanings.map((own) => [...own]),
    logLikelihood,
    bic: parameters * Math.log(rows) - 2 * rows * logLikelihood,
    iterations,
  };
}

/** The class that most likely made each row. */
export function assignCountClasses(tallies: readonly Tally[], classes: CountClasses): Int32Array<ArrayBuffer> {
  const { k } = classes;
  const rows = rowsOf(tallies);
  const shares = new Float64Array(rows * k);
  expect(tallies, classes, shares);
  return Int32Array.from({ length: rows }, (_, row) => {
    let best = 0;
    for (let own = 1; own < k; own += 1) if ((shares[row * k + own] ?? 0) > (shares[row * k + best] ?? 0)) best = own;
    return best;
  });
}

/** Log-likelihood of each row. */
export function countLikelihoods(tallies: readonly Tally[], classes: CountClasses): Float64Array {
  const rows = rowsOf(tallies);
  const logs = new Float64Array(rows);
  expect(tallies, classes, new Float64Array(rows * classes.k), logs);
  return logs;
}

function weightsOf(shares: Float64Array, rows: number, k: number): readonly number[] {
  const sums = Array.from({ length: k }, () => 1);
  for (let place = 0; place < shares.length; place += 1) sums[place % k] = (sums[place % k] ?? 0) + (shares[place] ?? 0);
  return sums.map((sum) => sum / (rows + k));
}

type Leanings = Pick<CountClasses, 'k' | 'weights'> & { readonly leanings: readonly ArrayLike<number>[] };

/** Fills each row's share of each class (and its log-likelihood); returns the log-likelihood of all. */
function expect(tallies: readonly Tally[], { k, weights, leanings }: Leanings, shares: Float64Array, logs?: Float64Array): number {
  const rows = rowsOf(tallies);
  const logWeights = weights.map(Math.log);
  for (let place = 0; place < rows * k; place += 1) shares[place] = logWeights[place % k] ?? 0;
  tallies.forEach((own, place) => addLogs(own, leanings[place] ?? [], k, shares));
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

/** A row's rounded counts may add up to a little more than what was told. */
const longest = (levels: number): number => mostTold + levels + 1;

function addLogs({ levels, counts }: Tally, leanings: ArrayLike<number>, k: number, logs: Float64Array): void {
  const length = longest(levels);
  const gains = new Float64Array(k * levels * length);
  const losses = new Float64Array(k * length);
  for (let own = 0; own < k; own += 1) {
    let whole = 0;
    for (let level = 0; level < levels; level += 1) {
      const leaning = leanings[own * levels + level] ?? 1;
      whole += leaning;
      raise(gains, (own * levels + level) * length, length, leaning);
    }
    raise(losses, own * length, length, whole);
  }
  const rows = counts.length / levels;
  for (let row = 0; row < rows; row += 1) {
    let total = 0;
    for (let level = 0; level < levels; level += 1) {
      const count = counts[row * levels + level] ?? 0;
      if (count === 0) continue;
      total += count;
      for (let own = 0; own < k; own += 1) logs[row * k + own] = (logs[row * k + own] ?? 0) + (gains[(own * levels + level) * length + count] ?? 0);
    }
    for (let own = 0; own < k; own += 1) logs[row * k + own] = (logs[row * k + own] ?? 0) - (losses[own * length + total] ?? 0);
  }
}

/** For each count the logarithm of the rising factorial: ln Γ(leaning + count) − ln Γ(leaning). */
function raise(logs: Float64Array, from: number, length: number, leaning: number): void {
  for (let count = 1; count < length; count += 1) logs[from + count] = (logs[from + count - 1] ?? 0) + Math.log(leaning + count - 1);
}

function firstLeanings({ levels, counts }: Tally, shares: Float64Array, k: number): Float64Array {
  const rows = counts.length / levels;
  const sums = new Float64Array(k * levels);
  const all = new Float64Array(levels);
  for (let row = 0; row < rows; row += 1)
    for (let level = 0; level < levels; level += 1) {
      const count = counts[row * levels + level] ?? 0;
      if (count === 0) continue;
      all[level] = (all[level] ?? 0) + count;
      for (let own = 0; own < k; own += 1) sums[own * levels + level] = (sums[own * levels + level] ?? 0) + count * (shares[row * k + own] ?? 0);
    }
  const whole = all.reduce((sum, own) => sum + own, 0) || 1;
  return sums.map((sum, place) => {
    const from = Math.floor(place / levels) * levels;
    const total = sums.subarray(from, from + levels).reduce((total, own) => total + own, 0);
    return (5 * (sum + (0.5 * (all[place - from] ?? 0)) / whole)) / (total + 0.5) + 0.02;
  });
}

function maximise({ levels, counts }: Tally, shares: Float64Array, k: number, before: Float64Array): Float64Array {
  const length = longest(levels);
  const rows = counts.length / levels;
  // How much of each class has each count of each level, and each total.
  const having = new Float64Array(k * levels * length);
  const totals = new Float64Array(k * length);
  for (let row = 0; row < rows; row += 1) {
    let total = 0;
    for (let level = 0; level < levels; level += 1) {
      const count = counts[row * levels + level] ?? 0;
      if (count === 0) continue;
      total += count;
      for (let own = 0; own < k; own += 1) {
        const place = (own * levels + level) * length + count;
        having[place] = (having[place] ?? 0) + (shares[row * k + own] ?? 0);
      }
    }
    for (let own = 0; own < k; own += 1) totals[own * length + total] = (totals[own * length + total] ?? 0) + (shares[row * k + own] ?? 0);
  }
  const leanings = Float64Array.from(before);
  for (let own = 0; own < k; own += 1) for (let step = 0; step < steps; step += 1) improve(leanings, own * levels, levels, { having, totals, length, own });
  return leanings;
}

type Having = { readonly having: Float64Array; readonly totals: Float64Array; readonly length: number; readonly own: number };

/** One step of the fixed point, for the parameters of one class from `from` on. */
function improve(leanings: Float64Array, from: number, levels: number, { having, totals, length, own }: Having): void {
  // The difference of two digammas that lie a whole number apart is a sum of as many parts.
  const sumOf = (parts: Float64Array, at: number, leaning: number): number => {
    let [sum, apart] = [0, 0];
    for (let count = 1; count < length; count += 1) {
      apart += 1 / (leaning + count - 1);
      sum += (parts[at + count] ?? 0) * apart;
    }
    return sum;
  };
  const part = leanings.subarray(from, from + levels);
  const below =
    sumOf(
      totals,
      own * length,
      part.reduce((sum, leaning) => sum + leaning, 0),
    ) + 1e-3;
  let whole = 0;
  for (let level = 0; level < levels; level += 1) {
    const leaning = part[level] ?? 1;
    part[level] = Math.max(leastLeaning, (leaning * (sumOf(having, (from + level) * length, leaning) + 1e-3)) / below);
    whole += part[level] ?? 0;
  }
  if (whole > mostAlike) for (let level = 0; level < levels; level += 1) part[level] = ((part[level] ?? 0) * mostAlike) / whole;
}
