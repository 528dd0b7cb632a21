/** How often each row did each of several things that exclude each other: rows × levels, row after row. `tell` fills it. */
export type Tally = { readonly levels: number; readonly counts: Uint8Array };

/** A row that did more things than this is taken for one that did this many in the same shares: what it leans to is known by then, and a sum of logarithms can be looked up. */
export const mostTold = 60;

/** Steps of the fixed point within one maximisation. */
const steps = 5;
/** The sum of a class's parameters: beyond this all its rows are as good as one, at which the likelihood would go on for ever. */
const mostAlike = 200;
const leastLeaning = 0.005;

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

/** Rows from one place to before another, without copying them. */
export const someTallies = (tallies: readonly Tally[], from: number, to: number): readonly Tally[] =>
  tallies.map(({ levels, counts }) => ({ levels, counts: counts.subarray(from * levels, to * levels) }));

/** One more than the most that a row did: rounded counts may add up to a little more than what is told at most. */
function lengthOf({ levels, counts }: Tally): number {
  let most = 0;
  for (let from = 0; from < counts.length; from += levels) {
    let total = 0;
    for (let level = 0; level < levels; level += 1) total += counts[from + level] ?? 0;
    if (total > most) most = total;
  }
  return most + 1;
}

/** Adds to the logarithms of each row and class how likely its counts are within the class, but for what is alike in all of them. */
export function addLogs(tally: Tally, leanings: ArrayLike<number>, k: number, logs: Float64Array): void {
  const { levels, counts } = tally;
  const length = lengthOf(tally);
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

/** Parameters to begin with: about the shares of those who are in each class. */
export function firstLeanings({ levels, counts }: Tally, shares: Float64Array, k: number): Float64Array {
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

/** Likelier parameters for the given shares of rows, by the fixed point of Minka (Estimating a Dirichlet distribution, 2000) over how many rows have each count. */
export function maximise(tally: Tally, shares: Float64Array, k: number, before: Float64Array): Float64Array {
  const { levels, counts } = tally;
  const length = lengthOf(tally);
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
