import { digamma } from '../../../src/stats/index.ts';
import { categories } from '../catalogue.ts';
import { type Kind, trueKinds } from './kinds.ts';
import { chancesOf, type Found, likelihoodOf, rhythm } from './likelihood.ts';
import type { Seen } from './seen.ts';

/** How likely each buyer is of each kind. */
export type Shares = readonly (readonly number[])[];
export type Learnt = { readonly kinds: readonly Kind[]; readonly shares: Shares; readonly logLikelihood: number };

const mostSteps = 12;
/** Steps are whole numbers, tried one up and one down every so many rounds. */
const stepsEvery = 5;
/** As if this much had been seen of everybody beside. */
const beside = 0.02;
const mostRounds = 250;
/** Rounds that together gain less, in nats, end it. */
const [together, nothing, fewestRounds] = [5, 0.005, 15] as const;

/** Kinds by expectation and maximisation, from these. */
export function climb(buyers: readonly Seen[], start: readonly Kind[], rounds = mostRounds): Learnt {
  let kinds = start;
  const trace: number[] = [];
  for (let round = 0; ; round += 1) {
    const { shares, found, logLikelihood } = expected(buyers, kinds);
    trace.push(logLikelihood);
    const before = trace[round - together];
    const still = before !== undefined && round > fewestRounds && round % together === 0 && logLikelihood - before < nothing;
    if (still || round + 1 >= rounds) return { kinds, shares, logLikelihood };
    kinds = likelier(buyers, kinds, shares, found, round % stepsEvery === stepsEvery - 1);
  }
}

/** Kinds of whom only the sort is known, after some rounds in which nobody changes theirs. */
export function startFrom(buyers: readonly Seen[], types: readonly number[]): readonly Kind[] {
  const shares = types.map((own) => trueKinds.map((_, place) => (place === own ? 0.95 : 0) + 0.05 / trueKinds.length));
  let kinds = neutralKinds(buyers);
  for (let round = 0; round < 8; round += 1) {
    const found = kinds.map((kind) => buyers.map(likelihoodOf(kind)));
    kinds = likelier(buyers, kinds, shares, found, round % 2 === 1);
  }
  return kinds;
}

export function expected(buyers: readonly Seen[], kinds: readonly Kind[]) {
  const found = kinds.map((kind) => buyers.map(likelihoodOf(kind)));
  let logLikelihood = 0;
  const shares = buyers.map((_, row) => {
    const logs = found.map((own) => own[row]?.log ?? Number.NEGATIVE_INFINITY);
    const most = Math.max(...logs);
    const total = logs.reduce((sum, log) => sum + Math.exp(log - most), 0);
    logLikelihood += most + Math.log(total);
    return logs.map((log) => Math.exp(log - most) / total);
  });
  return { shares, found, logLikelihood };
}

/** All alike but for what their form says: who has no season, no favourite but one, or no weekends keeps that. */
function neutralKinds(buyers: readonly Seen[]): readonly Kind[] {
  const sum = (value: (seen: Seen) => number): number => buyers.reduce((whole, own) => whole + value(own), 0);
  const orders = sum((own) => own.orders);
  const usual = shareOf(linesOf(buyers, () => 1).map((own) => own + 1e-3));
  const hours = shareOf(Array.from({ length: 24 }, (_, hour) => sum((own) => own.hours[hour] ?? 0) + 0.1));
  return trueKinds.map((kind) => ({
    ...kind,
    weight: 1 / trueKinds.length,
    shape: 1.5,
    meanDays: (2 * sum(({ gaps }) => gaps.days)) / sum(({ gaps }) => gaps.count),
    steps: 2,
    lifetime: 600,
    fortnightly: 0.5,
    years: [1 / 3, 1 / 3, 1 / 3],
    favourites: kind.open ? usual : kind.favourites,
    table: usual,
    faithful: 0.5,
    season: kind.season === null ? null : 0.1,
    coupon: sum((own) => own.coupons) / orders,
    furtherLines: sum((own) => own.furtherLines) / orders,
    furtherBags: sum((own) => own.furtherBags) / sum((own) => own.bagged),
    hours,
    acceptsEmail: 0.6,
    subscriber: 0.03,
    wholesale: 0.03,
    invoice: 0.03,
    weekend: kind.weekend === null ? null : 0.2,
    arrival: 'until' in kind.arrival ? { until: 1 } : { power: 1 },
  }));
}

function linesOf(buyers: readonly Seen[], weight: (row: number) => number): readonly number[] {
  return categories.map((_, category) =>
    buyers.reduce((sum, { lines }, row) => sum + weight(row) * ((lines[0][category] ?? 0) + (lines[1][category] ?? 0)), 0),
  );
}

const shareOf = (weights: readonly number[]): readonly number[] => {
  const total = weights.reduce((sum, own) => sum + own, 0);
  return weights.map((own) => own / total);
};

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

function likelier(buyers: readonly Seen[], kinds: readonly Kind[], shares: Shares, found: readonly (readonly Found[])[], trySteps: boolean): readonly Kind[] {
  const allHours = shareOf(Array.from({ length: 24 }, (_, hour) => buyers.reduce((sum, own) => sum + (own.hours[hour] ?? 0), 0)));
  const next = kinds.map((kind, place) =>
    likelierKind(buyers, kind, { weights: shares.map((own) => own[place] ?? 0), found: found[place] ?? [], allHours, trySteps }),
  );
  // Whoever has one favourite alone buys beside it from one table that is the same for all of these.
  const others = shareOf(categories.map((_, category) => next.reduce((sum, { kind, others: own }) => sum + (kind.open ? 0 : (own[category] ?? 0)), 1e-9)));
  return next.map(({ kind }) => (kind.open ? kind : { ...kind, table: others }));
}

type Own = { readonly weights: readonly number[]; readonly found: readonly Found[]; readonly allHours: readonly number[]; readonly trySteps: boolean };

function likelierKind(buyers: readonly Seen[], kind: Kind, own: Own): { readonly kind: Kind; readonly others: readonly number[] } {
  const { weights, allHours } = own;
  const sum = (value: (seen: Seen, row: number) => number): number => buyers.reduce((whole, seen, row) => whole + (weights[row] ?? 0) * value(seen, row), 0);
  const weight = sum(() => 1);
  if (weight < 1) return { kind, others: [] };
  const orders = sum((seen) => seen.orders);
  const chance = (some: number, whole: number, usual = 0.5): number => (some + beside * usual) / (whole + beside);
  const { others, ...taste } = tasteOf(buyers, kind, own);
  const better: Kind = {
    ...kind,
    weight: weight / buyers.length,
    acceptsEmail: chance(
      sum((seen) => Number(seen.acceptsEmail)),
      weight,
    ),
    subscriber: chance(
      sum((seen) => Number(seen.subscriber)),
      weight,
    ),
    wholesale: chance(
      sum((seen) => Number(seen.wholesale)),
      weight,
    ),
    coupon: chance(
      sum((seen) => seen.coupons),
      orders,
    ),
    invoice: chance(
      sum((seen) => seen.invoices),
      orders,
    ),
    weekend:
      kind.weekend === null
        ? null
        : chance(
            sum((seen) => seen.weekends),
            sum((seen) => seen.workdays + seen.weekends),
            2 / 7,
          ),
    furtherLines: (sum((seen) => seen.furtherLines) + 1e-3) / orders,
    furtherBags: (sum((seen) => seen.furtherBags) + 1e-3) / (sum((seen) => seen.bagged) + 1e-3),
    hours: shareOf(allHours.map((usual, hour) => sum((seen) => seen.hours[hour] ?? 0) + 2.4 * beside * usual + 1e-6)),
    arrival:
      'until' in kind.arrival ? { until: lastArrival(buyers, weights) } : { power: Math.min(8, (weight + 1) / (1 - sum((seen) => Math.log(seen.arrived)))) },
    ...taste,
  };
  return { kind: { ...better, ...timesOf(buyers, better, own, sum) }, others };
}

function timesOf(
  buyers: readonly Seen[],
  kind: Kind,
  { weights, found, trySteps }: Own,
  sum: (value: (seen: Seen, row: number) => number) => number,
): Partial<Kind> {
  if (kind.sort === 'once') return {};
  const mean = (value: (own: Found) => number): number => sum((_, row) => (found[row] === undefined ? 0 : value(found[row])));
  const weight = sum(() => 1);
  const lifetime = within((mean(({ days }) => days) + 20) / (mean(({ gone }) => gone) + beside), 5, 20_000);
  if (kind.sort === 'to the day') return { lifetime, fortnightly: (mean(({ fortnightly }) => fortnightly) + 0.01) / (weight + 0.02) };
  if (kind.sort === 'christmas') {
    const years = shareOf([
      mean(({ missed }) => missed) + sum(({ christmas }) => christmas?.none ?? 0) + 0.01,
      sum(({ christmas }) => christmas?.once ?? 0) + 0.01,
      sum(({ christmas }) => christmas?.twice ?? 0) + 0.01,
    ]);
    return { lifetime, years: [years[0] ?? 0, years[1] ?? 0, years[2] ?? 0] };
  }
  const [rate, logRate] = [mean((own) => own.rate) / weight, mean((own) => own.logRate) / weight];
  const better = { lifetime, meanDays: within(1 / rate, 2, 2000), shape: within(shapeOf(Math.log(rate) - logRate), 0.2, 80), steps: kind.steps };
  if (!trySteps) return better;
  const rows = weights.flatMap((own, row) => (own > 1e-3 ? [row] : []));
  const logOf = (steps: number): number => {
    const times = rhythm({ ...better, steps });
    return rows.reduce((whole, row) => whole + (weights[row] ?? 0) * (buyers[row] === undefined ? 0 : times(buyers[row]).log), 0);
  };
  const tried = [kind.steps, Math.max(1, kind.steps - 1), Math.min(mostSteps, kind.steps + 1)].map((steps) => ({ steps, log: logOf(steps) }));
  return { ...better, steps: tried.reduce((top, one) => (one.log > top.log ? one : top)).steps };
}

/** The shape of a gamma distribution whose logarithm of the mean lies so far above the mean of its logarithms. */
function shapeOf(apart: number): number {
  let [least, most] = [Math.log(0.1), Math.log(100)];
  for (let half = 0; half < 50; half += 1) {
    const middle = (least + most) / 2;
    if (middle - digamma(Math.exp(middle)) > apart) least = middle;
    else most = middle;
  }
  return Math.exp((least + most) / 2);
}

/** The last arrival, where nobody may have come later, but for mistakes. */
function lastArrival(buyers: readonly Seen[], weights: readonly number[]): number {
  const sorted = buyers.map(({ arrived }, row) => ({ arrived, weight: weights[row] ?? 0 })).toSorted((a, b) => a.arrived - b.arrived);
  const weight = weights.reduce((sum, own) => sum + own, 0);
  let [best, most, before] = [1, Number.NEGATIVE_INFINITY, 0];
  for (const { arrived, weight: own } of sorted) {
    before += own;
    const log = -before * Math.log(arrived) + (weight - before) * Math.log(1e-6);
    if (arrived > 0.2 && log > most) [best, most] = [arrived, log];
  }
  return best;
}

/** What they buy: each line was a present, of the favourite category, or of the table. */
function tasteOf(
  buyers: readonly Seen[],
  kind: Kind,
  { weights, found }: Own,
): Pick<Kind, 'favourites' | 'table' | 'faithful' | 'season'> & { readonly others: readonly number[] } {
  const chances = chancesOf(kind);
  const presents = categories.indexOf('Gifts');
  const others = categories.map(() => 0);
  const favourites = categories.map((_, favourite) => weights.reduce((sum, own, row) => sum + own * (found[row]?.favourites[favourite] ?? 0), 0));
  let [faithful, chosen, given, winter] = [0, 0, 0, 0];
  categories.forEach((_, favourite) => {
    for (const half of [0, 1] as const) {
      const season = half === 1 ? (kind.season ?? 0) : 0;
      categories.forEach((__, category) => {
        const lines = buyers.reduce(
          (sum, seen, row) => sum + (weights[row] ?? 0) * (found[row]?.favourites[favourite] ?? 0) * (seen.lines[half][category] ?? 0),
          0,
        );
        const per = lines / Math.max(1e-300, chances[half]?.[favourite]?.[category] ?? 0);
        const ofTable = per * (1 - season) * (1 - kind.faithful) * (kind.table[category] ?? 0);
        const ofFavourite = category === favourite ? per * (1 - season) * kind.faithful : 0;
        others[category] = (others[category] ?? 0) + ofTable;
        faithful += ofFavourite;
        chosen += ofFavourite + ofTable;
        if (half === 0) return;
        winter += lines;
        if (category === presents) given += per * season;
      });
    }
  });
  const table = kind.open ? shareOf(categories.map((_, place) => (favourites[place] ?? 0) + (others[place] ?? 0) + beside / categories.length)) : kind.table;
  return {
    favourites: kind.open ? table : kind.favourites,
    table,
    faithful: (faithful + beside * 0.5) / (chosen + beside),
    season: kind.season === null ? null : (given + beside * 0.05) / (winter + beside),
    others,
  };
}
