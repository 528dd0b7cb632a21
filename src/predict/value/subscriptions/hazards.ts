import type { SubscriptionCurve } from '../../../contract/index.ts';
import { day, type Instant, instant } from '../../../core/index.ts';
import { benjaminiHochberg, coxSurvival, type CoxModel, fitCox, twoSidedNormal, type Spells } from '../../../stats/index.ts';
import type { Matrix } from '../../classify/index.ts';
import type { SubscriptionSpells } from './lasting.ts';

/** What makes subscriptions end sooner or later, and what is to come of those that run; null where too few were seen to end. */
export type Hazards = NonNullable<SubscriptionCurve['hazards']>;

/** Ends that are needed for a covariate each, and for any at all (Peduzzi et al. 1995: ten). */
const endsEach = 10;
const fewestEnds = 30;
const mostCovariates = 6;
/** Covariates more alike than this say the same. */
const tooAlike = 0.7;

/** Where one looks from: long enough before now that ends could be seen, late enough that subscriptions ran. */
export function landmarkOf(spells: SubscriptionSpells, at: Instant): Instant {
  const longest = spells.age.reduce((most, age) => Math.max(most, age), 0);
  return instant(at - Math.round(Math.min(180, longest / 3) * day));
}

type Running = { readonly spells: Spells; readonly rows: readonly Float64Array[]; readonly names: readonly string[]; readonly scale: readonly Scale[] };
type Scale = { readonly mean: number; readonly deviation: number };

/**
 * Subscriptions that ran at the landmark → features as of then, by the code that computes today's (`matrix`) → proportional hazards of what came after (van Houwelingen, Scandinavian Journal of Statistics 34,
 * 2007: a landmark sees no future) → hazard ratios for one standard deviation. Covariates are those that stand alone after correction (Benjamini & Hochberg), strongest first, that add to those before (likelihood ratio), unless they are others in other clothes. How well
 * it orders people is told on the half it was not fitted on.
 */
export function hazardsOf(
  spells: SubscriptionSpells,
  { profiles, table }: Pick<Matrix, 'profiles' | 'table'>,
  landmark: Instant,
  at: Instant,
  label: (name: string) => string,
): Hazards | null {
  const running = runningAt(spells, { profiles, table }, (at - landmark) / day);
  const ends = Array.from(running.spells.ended).filter((ended) => ended > 0).length;
  if (ends < fewestEnds) return null;
  const chosen = chooseCovariates(running, ends);
  const model = fitCox(running.spells, columnsOf(running.rows, chosen));
  const watched = (at - landmark) / day;
  const horizon = [30, 60, 90].filter((days) => days <= watched);
  return {
    landmark: new Date(landmark / 1000).toISOString().slice(0, 10),
    subscriptions: running.rows.length,
    ended: ends,
    concordance: halves(running, chosen),
    covariates: chosen.map((place, index) => covariateOf(model, index, running.names[place] ?? '', running.scale[place], label)),
    to_come: horizon.map((days) => ({ days, share: meanOf(columnsOf(running.rows, chosen).map((row) => 1 - coxSurvival(model, row, days))) })),
  };
}

/** One row per subscription that ran at the landmark: days until its end or now, and standardised numbers known then; its age is one of them. */
function runningAt(spells: SubscriptionSpells, { profiles, table }: Pick<Matrix, 'profiles' | 'table'>, watched: number): Running {
  const rowOf = new Map(Array.from(profiles, (profile, row) => [profile, row]));
  const own = Array.from(spells.age.keys()).filter((spell) => {
    const age = spells.age[spell] ?? 0;
    return age > watched && (spells.duration[spell] ?? 0) > age - watched && rowOf.has(spells.profile[spell] ?? -1);
  });
  const ages = own.map((spell) => (spells.age[spell] ?? 0) - watched);
  const numbers = table.columns.flatMap((column) =>
    column.kind === 'number'
      ? [{ name: column.name, values: own.map((spell) => column.values[rowOf.get(spells.profile[spell] ?? -1) ?? -1] ?? Number.NaN) }]
      : [],
  );
  const kept = [{ name: subscriptionAge, values: ages }, ...numbers].flatMap(({ name, values }) => {
    const known = values.filter(Number.isFinite);
    const mean = meanOf(known);
    const deviation = Math.sqrt(meanOf(known.map((value) => (value - mean) ** 2)));
    if (known.length < values.length / 2 || !(deviation > 0)) return [];
    return [
      { name, scale: { mean, deviation }, values: values.map((value) => (Number.isFinite(value) ? Math.max(-4, Math.min(4, (value - mean) / deviation)) : 0)) },
    ];
  });
  return {
    spells: {
      duration: own.map((spell, place) => (spells.duration[spell] ?? 0) - (ages[place] ?? 0)),
      ended: own.map((spell) => spells.ended[spell] ?? 0),
    },
    rows: own.map((_, place) => Float64Array.from(kept, ({ values }) => values[place] ?? 0)),
    names: kept.map(({ name }) => name),
    scale: kept.map(({ scale }) => scale),
  };
}

export const subscriptionAge = 'subscription age';

function chooseCovariates({ spells, rows, names }: Running, ends: number): readonly number[] {
  const alone = names.map((_, place) => {
    const { logLikelihood, nullLogLikelihood } = fitCox(spells, columnsOf(rows, [place]));
    return 2 * (logLikelihood - nullLogLikelihood);
  });
  const q = benjaminiHochberg(alone.map((ratio) => twoSidedNormal(Math.sqrt(Math.max(0, ratio)))));
  const order = names.map((_, place) => place).filter((place) => (q[place] ?? 1) <= 0.05);
  const chosen: number[] = [];
  let before = fitCox(spells, columnsOf(rows, [])).logLikelihood;
  for (const place of order.toSorted((a, b) => (alone[b] ?? 0) - (alone[a] ?? 0))) {
    if (chosen.length >= Math.min(mostCovariates, Math.floor(ends / endsEach))) break;
    if (!chosen.every((other) => Math.abs(correlation(rows, place, other)) < tooAlike)) continue;
    const { logLikelihood } = fitCox(spells, columnsOf(rows, [...chosen, place]));
    if (twoSidedNormal(Math.sqrt(Math.max(0, 2 * (logLikelihood - before)))) > 0.05) continue;
    chosen.push(place);
    before = logLikelihood;
  }
  return chosen;
}

const columnsOf = (rows: readonly Float64Array[], places: readonly number[]): readonly Float64Array[] =>
  rows.map((row) => Float64Array.from(places, (place) => row[place] ?? 0));

function correlation(rows: readonly Float64Array[], a: number, b: number): number {
  let [ab, aa, bb] = [0, 0, 0];
  for (const row of rows) {
    const [x, y] = [row[a] ?? 0, row[b] ?? 0];
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return ab / Math.sqrt(aa * bb || 1);
}

function covariateOf(model: CoxModel, index: number, name: string, scale: Scale | undefined, label: (name: string) => string): Hazards['covariates'][number] {
  const [coefficient = 0, error = 0] = [model.coefficients[index], model.standardErrors[index]];
  const ratio = Math.exp(coefficient);
  const words = name === subscriptionAge ? 'days since it began' : label(name);
  const step = Number((scale?.deviation ?? 1).toPrecision(2));
  return {
    name,
    label: words,
    step,
    ratio,
    low: Math.exp(coefficient - 1.96 * error),
    high: Math.exp(coefficient + 1.96 * error),
    p: twoSidedNormal(coefficient / error),
    sentence: `${step} more of ${words}: ${ratio > 1 ? `${ratio.toFixed(2)} times the risk` : `${Math.round(100 * (1 - ratio))}% less risk`} of ending at any time, all else alike.`,
  };
}

/** Harrell's concordance on the half that the coefficients have not seen, both ways; null where a half has too few ends. */
function halves({ spells, rows }: Running, chosen: readonly number[]): number | null {
  if (chosen.length === 0) return null;
  const parts = [0, 1].map((side) => rows.map((_, row) => row).filter((row) => row % 2 === side));
  const found = parts.map((own, side) => {
    const others = parts[1 - side] ?? [];
    const model = fitCox(
      taken(spells, others),
      columnsOf(
        others.map((row) => rows[row] ?? new Float64Array()),
        chosen,
      ),
    );
    const scores = own.map((row) => model.coefficients.reduce((sum, coefficient, index) => sum + coefficient * (rows[row]?.[chosen[index] ?? 0] ?? 0), 0));
    return concordance(taken(spells, own), scores);
  });
  const known = found.filter(Number.isFinite);
  return known.length === 0 ? null : meanOf(known);
}

const taken = ({ duration, ended }: Spells, rows: readonly number[]): Spells => ({
  duration: rows.map((row) => duration[row] ?? 0),
  ended: rows.map((row) => ended[row] ?? 0),
});

/** Of the pairs of which one is known to have ended first, the share in which that one had the higher score (Harrell et al., JAMA 247, 1982). At most 3,000 rows, evenly taken. */
export function concordance({ duration, ended }: Spells, scores: readonly number[]): number {
  const every = Math.max(1, Math.ceil(scores.length / 3000));
  const rows = scores.map((_, row) => row).filter((row) => row % every === 0);
  let [right, pairs] = [0, 0];
  for (const first of rows) {
    if ((ended[first] ?? 0) <= 0) continue;
    for (const other of rows) {
      if ((duration[other] ?? 0) <= (duration[first] ?? 0)) continue;
      pairs += 1;
      const difference = (scores[first] ?? 0) - (scores[other] ?? 0);
      right += difference > 0 ? 1 : difference === 0 ? 0.5 : 0;
    }
  }
  return pairs === 0 ? Number.NaN : right / pairs;
}

const meanOf = (values: readonly number[]): number => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length);
