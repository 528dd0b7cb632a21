import { type FeatureTable, mean, median, type NumberColumn, signedLog, type CategoryColumn } from '../../../stats/index.ts';
import { rankCorrelation } from '../../rank-correlation.ts';
import { discountHabit, hourColumns, isMix, orderPace } from '../habits/names.ts';
import { type Distinction, havingIt } from './distinction.ts';
import { groupNames } from './names.ts';

export type GroupProfile = {
  readonly group: number;
  readonly name: string;
  readonly customers: number;
  readonly share: number;
  /** Largest effects first; only those worth a word. */
  readonly distinctions: readonly Distinction[];
};

/** Cohen (Statistical Power Analysis, 1988): .2 is small, .5 can be seen with the eye. */
const worthAWord = 0.35;
const mostDistinctions = 8;
/** Two that go together more closely than this say the same; seen on so many customers. */
const echo = 0.92;
const echoRows = 5000;
/** Scores and ranks say again what the features behind them say better; times of a clock have no more or less. */
const restated = new Set([
  'rfm.r',
  'rfm.f',
  'rfm.m',
  'value_tier',
  'favourite_hour',
  'first_seen_at',
  'last_seen_at',
  'expected_next_order_at',
  'last_event_at',
  'last_visit_at',
  'visits_90d',
  discountHabit,
  orderPace,
  ...hourColumns,
]);

/** What sets each group apart from all other customers: Cohen's d for numbers (after a logarithm, which tames tails), Cohen's h for shares. `untold` columns say nothing of any. */
export function describeGroups(table: FeatureTable, assignments: Int32Array, k: number, untold: ReadonlySet<string> = new Set()): readonly GroupProfile[] {
  const groups = Array.from({ length: k }, (_, group) => group);
  const found = groups.map((group) => distinctionsOf(table, assignments, group, untold));
  const names = groupNames(found);
  return groups.map((group) => {
    const customers = assignments.reduce((count, own) => count + Number(own === group), 0);
    return {
      group,
      name: names[group] ?? `Group ${group + 1}`,
      customers,
      share: customers / table.rows,
      distinctions: (found[group] ?? []).slice(0, mostDistinctions),
    };
  });
}

function distinctionsOf(table: FeatureTable, assignments: Int32Array, group: number, untold: ReadonlySet<string>): readonly Distinction[] {
  const mixed = table.columns.some(({ name }) => isMix(name));
  const found = table.columns
    .filter(({ name }) => !restated.has(name) && !untold.has(name) && !(mixed && name === 'favourite_category'))
    .flatMap((column) => (column.kind === 'number' ? numberDistinction(column, assignments, group) : categoryDistinction(column, assignments, group)));
  return withoutEchoes(
    table,
    found.filter(({ effect }) => Math.abs(effect) >= worthAWord).sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect)),
  );
}

/** Columns that tell the same of a customer over another time, or by another mean. */
const alike: readonly (readonly string[])[] = [
  ['orders_count', 'orders_last_12_months'],
  ['total_spent', 'spent_last_12_months'],
  ['median_days_between_orders', 'mean_days_between_orders'],
];

/** Of what is alike the larger effect says it, unless they go opposite ways: much so far and little this year is news. */
const restates = (one: Distinction, other: Distinction): boolean =>
  one.effect > 0 === other.effect > 0 && alike.some((columns) => columns.includes(one.column) && columns.includes(other.column));

/** Without those that say again, customer by customer, what a larger one has said: who has no internet has no streaming either. */
function withoutEchoes(table: FeatureTable, found: readonly Distinction[]): readonly Distinction[] {
  const step = Math.max(1, Math.floor(table.rows / echoRows));
  const told: { readonly own: Distinction; readonly values: Float64Array }[] = [];
  for (const own of found) {
    const values = valuesOf(table, own, step);
    if (!told.some((other) => restates(own, other.own) || Math.abs(rankCorrelation(values, other.values)) > echo)) told.push({ own, values });
  }
  return told.map(({ own }) => own);
}

/** What a distinction goes by of every `step`-th customer: a number, or whether they have the level. */
function valuesOf({ rows, columns }: FeatureTable, own: Distinction, step: number): Float64Array {
  const column = columns.find(({ name }) => name === own.column);
  return Float64Array.from({ length: Math.ceil(rows / step) }, (_, place) => {
    const row = place * step;
    if (column === undefined) return Number.NaN;
    if (column.kind === 'number') return column.values[row] ?? Number.NaN;
    return Number(own.kind === 'category' && column.levels[column.codes[row] ?? -1] === own.level);
  });
}

function numberDistinction({ name, values }: NumberColumn, assignments: Int32Array, group: number): readonly Distinction[] {
  const known = (inside: boolean): Float64Array => values.filter((value, row) => Number.isFinite(value) && (assignments[row] === group) === inside);
  const [inside, outside] = [known(true), known(false)];
  if (inside.length < 5 || outside.length < 5) return [];
  const [a, b] = [momentsOf(inside), momentsOf(outside)];
  const spread = Math.sqrt(((inside.length - 1) * a.variance + (outside.length - 1) * b.variance) / (inside.length + outside.length - 2));
  const effect = (a.mean - b.mean) / spread;
  if (values.every((value) => value === 0 || value === 1 || Number.isNaN(value))) {
    // Weighed as the number that it is: by shares 100% against 81% would stand before all else.
    const [p, q] = [mean(inside), mean(outside)];
    return [{ kind: 'category', column: name, level: havingIt, inside: p, outside: q, effect: spread > 0 ? effect : shareEffect(p, q) }];
  }
  if (!(spread > 0)) return [];
  return [{ kind: 'number', column: name, inside: median(inside), outside: median(outside), effect }];
}

function momentsOf(values: Float64Array): { readonly mean: number; readonly variance: number } {
  let [mean, squares, count] = [0, 0, 0];
  for (const value of values) {
    const shaped = signedLog(value);
    count += 1;
    const away = shaped - mean;
    mean += away / count;
    squares += away * (shaped - mean);
  }
  return { mean, variance: squares / Math.max(1, count - 1) };
}

/** Cohen's h. */
const shareEffect = (p: number, q: number): number => 2 * Math.asin(Math.sqrt(p)) - 2 * Math.asin(Math.sqrt(q));

/** The level whose share differs most. */
function categoryDistinction({ name, codes, levels }: CategoryColumn, assignments: Int32Array, group: number): readonly Distinction[] {
  const [inside, outside] = [new Float64Array(levels.length), new Float64Array(levels.length)];
  let [members, others] = [0, 0];
  codes.forEach((code, row) => {
    const counts = assignments[row] === group ? inside : outside;
    if (counts === inside) members += 1;
    else others += 1;
    if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
  });
  if (members < 5 || others < 5) return [];
  const effects = levels.map((level, code): Distinction => {
    const [p, q] = [(inside[code] ?? 0) / members, (outside[code] ?? 0) / others];
    return { kind: 'category', column: name, level, inside: p, outside: q, effect: shareEffect(p, q) };
  });
  return effects.sort((a, b) => b.effect - a.effect).slice(0, 1);
}
