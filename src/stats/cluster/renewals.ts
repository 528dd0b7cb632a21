import { digamma } from '../digamma.ts';
import { logGamma } from '../log-gamma.ts';
import { addLogs, firstLeanings, maximise, mostTold, someTallies, takeTallies, type Tally } from './dirichlet-multinomial.ts';

/** When each row came: how many gaps lie between its comings, their sum and the sum of their logarithms, and the silence since the last; all in one unit of time. */
export type Comings = {
  readonly gaps: Float64Array;
  readonly days: Float64Array;
  readonly logs: Float64Array;
  readonly silence: Float64Array;
  /** What rows do beside: as their class does while they may still come, and all alike once they are gone. */
  readonly beside: readonly Tally[];
};

/**
 * How those of a class come: gaps are Erlang-distributed of `steps` steps, at a rate of each one's own that is gamma-distributed of this `shape` around one in `mean` days; after each time they are gone for good with the chance
 * `leaving`.
 */
export type Pace = { readonly steps: number; readonly mean: number; readonly shape: number; readonly leaving: number };

/** The pace of each class; and, tally after tally, what is done beside: by those of each class who may come again, and by all who are gone. */
export type Comers = {
  readonly paces: readonly Pace[];
  readonly here: readonly (readonly number[])[];
  readonly gone: readonly (readonly number[])[];
};

/** Of each row and class, row after row: the chance to be gone, the rate to be expected and its expected logarithm. */
type Beliefs = { readonly gone: Float64Array; readonly rate: Float64Array; readonly logRate: Float64Array };

/** Paces to begin with; and maximisations from there, before classes move. */
const firstPace = { steps: 2, shape: 1.5, leaving: 0.1 };
const firstRounds = 6;
/** Bounds: a class of hardly anybody, or of gaps to the day, would go on for ever. */
const mostSteps = 12;
const shapes = [0.2, 60] as const;
const means = [1, 5000] as const;
const chances = [1e-4, 0.9999] as const;
/** A class of fewer rows than this keeps its pace. */
const fewest = 2;
/** Steps are whole numbers and tried one after another, after so many rounds and, as long as no class changes its own, after twice as many; by rows with at least this share in the class. */
const stepsAfter = 3;
const leastShare = 0.01;

/** A logarithm whose number can still be said. */
const mostOdds = 700;

const within = (value: number, [least, most]: readonly [number, number]): number => Math.min(most, Math.max(least, value));

/** Fills a row from its gaps and its silence; of more gaps than can be told it has that many of the same kind. */
export function tellComing({ gaps, days, logs, silence }: Comings, row: number, own: Readonly<Record<'gaps' | 'days' | 'logs' | 'silence', number>>): void {
  const scale = own.gaps > mostTold ? mostTold / own.gaps : 1;
  gaps[row] = Math.min(own.gaps, mostTold);
  days[row] = own.days * scale;
  logs[row] = own.logs * scale;
  silence[row] = Math.max(0, own.silence);
}

export const noComings = (rows: number, beside: readonly Tally[]): Comings => ({
  gaps: new Float64Array(rows),
  days: new Float64Array(rows),
  logs: new Float64Array(rows),
  silence: new Float64Array(rows),
  beside,
});

export function takeComings({ gaps, days, logs, silence, beside }: Comings, rows: Uint32Array): Comings {
  const taken = (values: Float64Array): Float64Array => {
    const own = new Float64Array(rows.length);
    for (let place = 0; place < rows.length; place += 1) own[place] = values[rows[place] ?? 0] ?? 0;
    return own;
  };
  return { gaps: taken(gaps), days: taken(days), logs: taken(logs), silence: taken(silence), beside: takeTallies(beside, rows) };
}

/** Rows from one place to before another, without copying them. */
export const someComings = ({ gaps, days, logs, silence, beside }: Comings, from: number, to: number): Comings => ({
  gaps: gaps.subarray(from, to),
  days: days.subarray(from, to),
  logs: logs.subarray(from, to),
  silence: silence.subarray(from, to),
  beside: someTallies(beside, from, to),
});

export const parametersOf = ({ beside }: Comings, k: number): number => 4 * k + (k + 1) * beside.reduce((sum, { levels }) => sum + levels, 0);

/** Paces of classes by expectation and maximisation: one round after another, from the shares that rows have in them, or from where another fit came to. */
export type ComersFit = {
  /** Adds how likely each row is in each class, and keeps in mind what that says of who is gone. */
  readonly expect: (logs: Float64Array) => void;
  /** Likelier parameters for these shares, by what was kept in mind. */
  readonly maximise: (shares: Float64Array) => void;
  readonly reached: () => Comers;
};

export function fitComers(comings: Comings, shares: Float64Array, k: number, before?: Comers): ComersFit {
  const rows = comings.gaps.length;
  const beliefs: Beliefs = { gone: new Float64Array(rows * k), rate: new Float64Array(rows * k), logRate: new Float64Array(rows * k) };
  const all = new Float64Array(rows).fill(1);
  const sum = (values: Float64Array): number => values.reduce((whole, own) => whole + own, 0);
  const mean = within((2 * sum(comings.days)) / Math.max(1, sum(comings.gaps)), means);
  let reached: Comers = before ?? {
    paces: Array.from({ length: k }, () => ({ ...firstPace, mean })),
    here: comings.beside.map((own) => [...firstLeanings(own, shares, k)]),
    gone: comings.beside.map((own) => [...firstLeanings(own, all, 1)]),
  };
  let [round, pause, next] = [0, stepsAfter, stepsAfter];
  const fit: ComersFit = {
    expect: (logs) => addComings(comings, reached, logs, beliefs),
    maximise: (given) => {
      round += 1;
      const before = reached.paces;
      reached = likelier(comings, given, reached, beliefs, round === next);
      if (round !== next) return;
      pause = reached.paces.every(({ steps }, own) => steps === before[own]?.steps) ? 2 * pause : stepsAfter;
      next += pause;
    },
    reached: () => reached,
  };
  for (let first = before === undefined ? 0 : firstRounds; first < firstRounds; first += 1) {
    fit.expect(new Float64Array(rows * k));
    fit.maximise(shares);
  }
  fit.expect(new Float64Array(rows * k));
  return fit;
}

/**
 * Adds to the logarithms of each row and class how likely its gaps, its silence and what it did beside are: of those who are gone since the last time, and of those who may come again, whose next gap is longer than the silence
 * (BG/CNBD-k: Reutterer, Platzer & Schröder, International Journal of Research in Marketing 38, 2021, with one chance of leaving for each class). The rate is integrated out in closed form. Fills beliefs, where they are asked.
 */
export function addComings(comings: Comings, { paces, here, gone }: Comers, logs: Float64Array, beliefs?: Beliefs): void {
  const [rows, k] = [comings.gaps.length, paces.length];
  const byClass = new Float64Array(rows * k);
  const alike = new Float64Array(rows);
  comings.beside.forEach((own, place) => {
    addLogs(own, here[place] ?? [], k, byClass);
    addLogs(own, gone[place] ?? [], 1, alike);
  });
  paces.forEach((pace, own) => {
    const parts = partsOf(comings, pace, beliefs !== undefined);
    for (let row = 0; row < rows; row += 1) {
      const place = row * k + own;
      const stayed = (parts.here[row] ?? 0) + (byClass[place] ?? 0);
      const odds = Math.exp(Math.min(mostOdds, (parts.gone[row] ?? 0) + (alike[row] ?? 0) - stayed));
      const both = odds + (parts.sums[row] ?? 1);
      logs[place] = (logs[place] ?? 0) + stayed + Math.log(both);
      if (beliefs === undefined) continue;
      const chance = odds / both;
      beliefs.gone[place] = chance;
      beliefs.rate[place] = chance * (parts.goneRate[row] ?? 0) + (1 - chance) * (parts.hereRate[row] ?? 0);
      beliefs.logRate[place] = chance * (parts.goneLogRate[row] ?? 0) + (1 - chance) * (parts.hereLogRate[row] ?? 0);
    }
  });
}

type Parts = Readonly<Record<'gone' | 'here' | 'sums' | 'goneRate' | 'goneLogRate' | 'hereRate' | 'hereLogRate', Float64Array>>;

/** What of a pace is the same for all with as many gaps; `rises` and `aparts` hold, step after step, by what a part of the sum over steps grows and the digamma's distance from that of no step. */
function tableOf({ steps, mean, shape, leaving }: Pace, most: number) {
  const rate = shape * mean;
  const prior = shape * Math.log(rate) - logGamma(shape);
  const each = steps * Math.log(steps) - logGamma(steps) + Math.log1p(-leaving);
  const heights = Float64Array.from({ length: most + 1 }, (_, gaps) => shape + gaps * steps);
  const rises = new Float64Array((most + 1) * steps);
  const aparts = new Float64Array((most + 1) * steps);
  heights.forEach((height, gaps) => {
    for (let step = 1; step < steps; step += 1) {
      rises[gaps * steps + step] = (height + step - 1) / step;
      aparts[gaps * steps + step] = (aparts[gaps * steps + step - 1] ?? 0) + 1 / (height + step - 1);
    }
  });
  return { rate, heights, leads: heights.map((height, gaps) => prior + gaps * each + logGamma(height)), digammas: heights.map(digamma), rises, aparts };
}

/** Logarithms of how likely each row's times are, gone or not (but for a sum, whose logarithm is still to be added), and what the rate is then expected to be. */
function partsOf({ gaps, days, logs, silence }: Comings, pace: Pace, moments: boolean): Parts {
  const rows = gaps.length;
  const { steps, leaving } = pace;
  let most = 0;
  for (let row = 0; row < rows; row += 1) most = Math.max(most, gaps[row] ?? 0);
  const { rate, heights, leads, digammas, rises, aparts } = tableOf(pace, most);
  const [left, stayed, logRate] = [Math.log(leaving), Math.log1p(-leaving), Math.log(rate)];
  const room = (): Float64Array => new Float64Array(moments ? rows : 0);
  const parts: Parts = {
    gone: new Float64Array(rows),
    here: new Float64Array(rows),
    sums: new Float64Array(rows),
    goneRate: room(),
    goneLogRate: room(),
    hereRate: room(),
    hereLogRate: room(),
  };
  for (let row = 0; row < rows; row += 1) {
    const count = gaps[row] ?? 0;
    const height = heights[count] ?? 0;
    const before = rate + steps * (days[row] ?? 0);
    const still = steps * (silence[row] ?? 0);
    const until = before + still;
    const logBefore = count === 0 ? logRate : Math.log(before);
    const logUntil = Math.log(until);
    const lead = (leads[count] ?? 0) + (steps - 1) * (logs[row] ?? 0);
    // The silence is shorter than the next gap where fewer than all steps were made in it.
    const share = still / until;
    let [part, sum, made, higher] = [1, 1, 0, 0];
    for (let step = 1; step < steps; step += 1) {
      const at = count * steps + step;
      part *= share * (rises[at] ?? 0);
      sum += part;
      made += part * step;
      higher += part * (aparts[at] ?? 0);
    }
    parts.gone[row] = lead + left - height * logBefore;
    parts.here[row] = lead + stayed - height * logUntil;
    parts.sums[row] = sum;
    if (!moments) continue;
    const usual = digammas[count] ?? 0;
    parts.goneRate[row] = height / before;
    parts.goneLogRate[row] = usual - logBefore;
    parts.hereRate[row] = (height + made / sum) / until;
    parts.hereLogRate[row] = usual + higher / sum - logUntil;
  }
  return parts;
}

function likelier(comings: Comings, shares: Float64Array, { paces, here, gone }: Comers, beliefs: Beliefs, trySteps: boolean): Comers {
  const k = paces.length;
  const [stayed, left] = [new Float64Array(shares.length), new Float64Array(comings.gaps.length)];
  shares.forEach((share, place) => {
    const chance = beliefs.gone[place] ?? 0;
    const row = Math.floor(place / k);
    stayed[place] = share * (1 - chance);
    left[row] = (left[row] ?? 0) + share * chance;
  });
  return {
    paces: paces.map((pace, own) => likelierPace(comings, { shares, beliefs, k, own }, pace, trySteps)),
    here: comings.beside.map((own, place) => [...maximise(own, stayed, k, Float64Array.from(here[place] ?? []))]),
    gone: comings.beside.map((own, place) => [...maximise(own, left, 1, Float64Array.from(gone[place] ?? []))]),
  };
}

type OwnShare = { readonly shares: Float64Array; readonly beliefs: Beliefs; readonly k: number; readonly own: number };

function likelierPace(comings: Comings, { shares, beliefs, k, own }: OwnShare, pace: Pace, trySteps: boolean): Pace {
  const { gaps } = comings;
  let [weight, left, times, rate, logRate] = [0, 0, 0, 0, 0];
  for (let row = 0; row < gaps.length; row += 1) {
    const place = row * k + own;
    const share = shares[place] ?? 0;
    weight += share;
    left += share * (beliefs.gone[place] ?? 0);
    times += share * ((gaps[row] ?? 0) + 1);
    rate += share * (beliefs.rate[place] ?? 0);
    logRate += share * (beliefs.logRate[place] ?? 0);
  }
  if (weight < fewest) return pace;
  const better = {
    steps: pace.steps,
    // As if there were one time more in all, a tenth of which was the last.
    leaving: within((left + 0.1) / (times + 1), chances),
    mean: within(weight / rate, means),
    shape: shapeOf(Math.log(rate / weight) - logRate / weight),
  };
  if (!trySteps) return better;
  const rows = Uint32Array.from(gaps.keys()).filter((row) => (shares[row * k + own] ?? 0) > leastShare);
  const some = takeComings({ ...comings, beside: [] }, rows);
  const likelihood = (steps: number): number => {
    const parts = partsOf(some, { ...better, steps }, false);
    let sum = 0;
    for (let place = 0; place < rows.length; place += 1) {
      const from = (rows[place] ?? 0) * k + own;
      const chance = beliefs.gone[from] ?? 0;
      sum += (shares[from] ?? 0) * (chance * (parts.gone[place] ?? 0) + (1 - chance) * ((parts.here[place] ?? 0) + Math.log(parts.sums[place] ?? 1)));
    }
    return sum;
  };
  return { ...better, steps: climbed(pace.steps, likelihood) };
}

/** Steps from which neither one more nor one less is likelier. */
function climbed(from: number, likelihood: (steps: number) => number): number {
  let [steps, best] = [from, likelihood(from)];
  for (const way of [1, -1]) {
    for (let next = steps + way; next >= 1 && next <= mostSteps; next += way) {
      const log = likelihood(next);
      if (log <= best) break;
      [steps, best] = [next, log];
    }
    if (steps !== from) return steps;
  }
  return steps;
}

/** The shape of the gamma distribution whose logarithm of the mean lies so far above the mean of its logarithms: ln a − ψ(a), which falls in a, halved until found. */
function shapeOf(apart: number): number {
  let [least, most] = shapes.map(Math.log) as [number, number];
  for (let half = 0; half < 40; half += 1) {
    const middle = (least + most) / 2;
    if (middle - digamma(Math.exp(middle)) > apart) least = middle;
    else most = middle;
  }
  return Math.exp((least + most) / 2);
}
