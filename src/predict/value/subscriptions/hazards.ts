import type { SubscriptionCurve } from '../../../contract/index.ts';
import { day, type Instant, instant } from '../../../core/index.ts';
import type { Vocabulary } from '../../../language/index.ts';
import { benjaminiHochberg, type CoxModel, fitCox, twoSidedNormal, type Spells } from '../../../stats/index.ts';
import type { Matrix } from '../../classify/index.ts';
import type { SubscriptionSpells } from './lasting.ts';
import { eachMore, inDays, ratioSentence, roundStep } from './say-hazard.ts';
import type { StartText } from './start-texts.ts';

/** What makes subscriptions end sooner or later; null where too few were seen to end. */
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

/** A number, or one value of a property of the start held against the others (1 or 0). */
type Covariate = {
  readonly name: string;
  readonly value: string | null;
  readonly mean: number;
  readonly deviation: number;
  /** Whether all that is known of it are whole numbers. */
  readonly whole: boolean;
};
type Running = { readonly spells: Spells; readonly rows: readonly Float64Array[]; readonly covariates: readonly Covariate[] };
/** What was known: features at the landmark, and properties of the starts. */
export type Known = Pick<Matrix, 'profiles' | 'table'> & { readonly starts: readonly StartText[] };

/**
 * Subscriptions that ran at the landmark → properties of their starts, and features as of then, by the code that computes today's (`matrix`) → proportional hazards of what came after (van Houwelingen, Scandinavian Journal of Statistics 34,
 * 2007: a landmark sees no future) → hazard ratios for a round step. Covariates are those that stand alone after correction (Benjamini & Hochberg), strongest first, that add to those before (likelihood ratio), unless they are others in other clothes. What was settled at the start comes
 * before what followed from it. Told is first what is surest: the size of its effect over its error, so what may make no difference comes last. How well it orders people is told on the half it was not fitted on.
 */
export function hazardsOf(spells: SubscriptionSpells, known: Known, landmark: Instant, at: Instant, words: Pick<Vocabulary, 'attributes'>): Hazards | null {
  const running = runningAt(spells, known, (at - landmark) / day);
  const ends = Array.from(running.spells.ended).filter((ended) => ended > 0).length;
  if (ends < fewestEnds) return null;
  const chosen = chooseCovariates(running, ends);
  const model = fitCox(running.spells, columnsOf(running.rows, chosen));
  const told = chosen.flatMap((place) => running.covariates[place] ?? []);
  return {
    landmark: new Date(landmark / 1000).toISOString().slice(0, 10),
    subscriptions: running.rows.length,
    ended: ends,
    concordance: halves(running, chosen),
    covariates: told.map((covariate, index) => covariateOf(model, index, covariate, told, words)).toSorted((a, b) => a.p - b.p),
  };
}

/** One row per subscription that ran at the landmark: days until its end or now, and standardised numbers known then; its age is one of them. */
function runningAt(spells: SubscriptionSpells, { profiles, table, starts }: Known, watched: number): Running {
  const rowOf = new Map(Array.from(profiles, (profile, row) => [profile, row]));
  const own = Array.from(spells.age.keys()).filter((spell) => {
    const age = spells.age[spell] ?? 0;
    return age > watched && (spells.duration[spell] ?? 0) > age - watched && rowOf.has(spells.profile[spell] ?? -1);
  });
  const ages = own.map((spell) => (spells.age[spell] ?? 0) - watched);
  const ended = own.map((spell) => spells.ended[spell] ?? 0);
  const numbers = table.columns.flatMap((column) =>
    column.kind === 'number'
      ? [{ name: column.name, value: null, values: own.map((spell) => column.values[rowOf.get(spells.profile[spell] ?? -1) ?? -1] ?? Number.NaN) }]
      : [],
  );
  const values = starts.flatMap(({ name, levels, codes }) =>
    levels
      .map((value, code) => ({
        name,
        value,
        values: own.map((spell) => ((codes[spell] ?? -1) < 0 ? Number.NaN : codes[spell] === code ? 1 : 0)),
      }))
      .filter(({ values: inside }) => [0, 1].every((side) => enoughOf(inside, ended, side))),
  );
  const kept = [...values, { name: subscriptionAge, value: null, values: ages }, ...numbers].flatMap(({ name, value, values: cells }) => {
    const known = cells.filter(Number.isFinite);
    const mean = meanOf(known);
    const deviation = Math.sqrt(meanOf(known.map((cell) => (cell - mean) ** 2)));
    if (known.length < cells.length / 2 || !(deviation > 0)) return [];
    return [
      {
        covariate: { name, value, mean, deviation, whole: known.every(Number.isInteger) },
        values: cells.map((cell) => (Number.isFinite(cell) ? Math.max(-clip, Math.min(clip, (cell - mean) / deviation)) : 0)),
      },
    ];
  });
  return {
    spells: { duration: own.map((spell, place) => (spells.duration[spell] ?? 0) - (ages[place] ?? 0)), ended },
    rows: own.map((_, place) => Float64Array.from(kept, ({ values: cells }) => cells[place] ?? 0)),
    covariates: kept.map(({ covariate }) => covariate),
  };
}

/** Numbers further off than so many deviations count as that far. */
const clip = 4;

/** Of a value, and of the others, five have to have run and one to have ended: without an end the ratio has none. */
function enoughOf(values: readonly number[], ended: readonly number[], side: number): boolean {
  const rows = values.flatMap((value, row) => (value === side ? [row] : []));
  return rows.length >= 5 && rows.some((row) => (ended[row] ?? 0) > 0);
}

export const subscriptionAge = 'subscription age';

function chooseCovariates({ spells, rows, covariates }: Running, ends: number): readonly number[] {
  const alone = covariates.map((_, place) => {
    const { logLikelihood, nullLogLikelihood } = fitCox(spells, columnsOf(rows, [place]));
    return 2 * (logLikelihood - nullLogLikelihood);
  });
  const q = benjaminiHochberg(alone.map((ratio) => twoSidedNormal(Math.sqrt(Math.max(0, ratio)))));
  const order = covariates.map((_, place) => place).filter((place) => (q[place] ?? 1) <= 0.05);
  // The values of one property share its chance of being named by accident (Bonferroni).
  const valuesOf = (place: number): number => covariates.filter(({ name, value }) => name === covariates[place]?.name && value !== null).length || 1;
  const chosen: number[] = [];
  let before = fitCox(spells, columnsOf(rows, [])).logLikelihood;
  const late = (place: number): number => (covariates[place]?.value === null ? 1 : 0);
  for (const place of order.toSorted((a, b) => late(a) - late(b) || (alone[b] ?? 0) - (alone[a] ?? 0))) {
    if (chosen.length >= Math.min(mostCovariates, Math.floor(ends / endsEach))) break;
    if (!chosen.every((other) => Math.abs(correlation(rows, place, other)) < tooAlike)) continue;
    const { logLikelihood } = fitCox(spells, columnsOf(rows, [...chosen, place]));
    if (twoSidedNormal(Math.sqrt(Math.max(0, 2 * (logLikelihood - before)))) > 0.05 / valuesOf(place)) continue;
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

function covariateOf(
  model: CoxModel,
  index: number,
  covariate: Covariate,
  told: readonly Covariate[],
  words: Pick<Vocabulary, 'attributes'>,
): Hazards['covariates'][number] {
  const { name, value, deviation, whole } = covariate;
  const [coefficient = 0, error = 0] = [model.coefficients[index], model.standardErrors[index]];
  const label = name === subscriptionAge ? 'since it began' : (words.attributes.get(name)?.label ?? name);
  const yes = words.attributes.get(name)?.yesNo === true;
  const step = value !== null || yes ? 1 : roundStep(deviation, whole || name === subscriptionAge || inDays(name, words));
  const times = (of: number): number => Math.exp((of * step) / deviation);
  const ratio = { ratio: times(coefficient), low: times(coefficient - 1.96 * error), high: times(coefficient + 1.96 * error) };
  const said = sayOf(covariate, label, step, yes, words);
  // Values of one property are each held against those that are not named themselves.
  const several = told.filter((own) => own.name === name && own.value !== null).length > 1;
  return {
    name,
    value,
    label: said.label,
    step,
    ...ratio,
    p: twoSidedNormal(coefficient / error),
    sentence: ratioSentence(said.subject, ratio, value === null ? '' : several ? 'of those that are not named here' : 'of the others'),
  };
}

function sayOf(
  { name, value }: Covariate,
  label: string,
  step: number,
  yes: boolean,
  words: Pick<Vocabulary, 'attributes'>,
): { readonly label: string; readonly subject: string } {
  if (value !== null) return { label: `${name}: ${value}`, subject: `Where ${name} is ${value},` };
  if (yes) return { label: `${label}: yes`, subject: `Where ${label} is yes,` };
  const each =
    name === subscriptionAge ? `each ${step.toLocaleString('en-GB')} ${step === 1 ? 'day' : 'days'} more since it began` : eachMore(name, label, step, words);
  return { label: each, subject: `With ${each}` };
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
