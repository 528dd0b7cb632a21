import { shareOf } from '../../core/index.ts';
import type { ModelFairness } from '../../contract/index.ts';
import { byFallingScore, type FeatureColumn, type FeatureTable, quantileSorted, wilsonInterval } from '../../stats/index.ts';

export type Judged = { readonly probabilities: Float64Array; readonly labels: Uint8Array };
type Measured = { readonly value: number; readonly low: number; readonly high: number };

/** Smaller groups say nothing, and could be people one knows. */
const fewestOfGroup = 20;
const mostGroups = 8;

/** The audit by every attribute that the owner marked; where nothing can be told, a limit says why. Rows of the table are those that were judged. */
export function auditBy(
  marked: FeatureTable,
  judged: Judged | undefined,
  labelOf: (name: string) => string,
): { readonly fairness: readonly ModelFairness[]; readonly limits: readonly string[] } {
  const audits = marked.columns.map((column) => {
    const label = labelOf(column.name);
    const fits = judged !== undefined && judged.probabilities.length === judged.labels.length && judged.labels.length === marked.rows;
    return { label, found: fits ? fairnessBy(column, label, judged) : undefined };
  });
  return {
    fairness: audits.flatMap(({ found }) => found ?? []),
    limits: audits.flatMap(({ label, found }) =>
      found === undefined
        ? [`Whether it treats everybody alike by ${label} can not be told: fewer than two groups of ${fewestOfGroup} customers or more.`]
        : [],
    ),
  };
}

/**
 * How the model treats groups of customers: whom it would pick (as many as there are with the outcome), how often it is right, and whether its probabilities
 * hold, each with its 95% interval (Wilson 1927). Equal rates of finding and of false alarm are "equalised odds" (Hardt, Price & Srebro 2016). Undefined where fewer than
 * two groups are large enough.
 */
export function fairnessBy(column: FeatureColumn, label: string, { probabilities, labels }: Judged): ModelFairness | undefined {
  const named = groupsOf(column);
  const threshold = thresholdOf(probabilities, labels);
  const groups = named
    .flatMap(({ value, rows }) => (rows.length < fewestOfGroup ? [] : [groupRow(value, rows, probabilities, labels, threshold)]))
    .slice(0, mostGroups);
  if (groups.length < 2) return undefined;
  const found = apart(groups.map(({ true_positive }) => true_positive));
  const alarmed = apart(groups.map(({ false_positive }) => false_positive));
  const off = groups.find(({ predicted, actual }) => predicted < actual.low || predicted > actual.high);
  return {
    attribute: column.name,
    label,
    threshold,
    groups,
    sentence: sentenceOf(label, groups, { found, alarmed, off: off?.value }),
    differs: found || alarmed,
  };
}

type Named = { readonly value: string; readonly rows: readonly number[] };

function groupsOf(column: FeatureColumn): readonly Named[] {
  const names =
    column.kind === 'category' ? Array.from(column.codes, (code) => (code < 0 ? 'unknown' : (column.levels[code] ?? 'unknown'))) : bandsOf(column.values);
  const grouped = Map.groupBy(names.keys(), (row) => names[row] ?? 'unknown');
  const named = [...grouped].map(([value, rows]) => ({ value, rows }));
  if (column.kind === 'category') return named.sort((a, b) => b.rows.length - a.rows.length || (a.value < b.value ? -1 : 1));
  // Bands of a number in its order, whoever it is not known of last.
  const least = ({ rows }: Named): number => column.values[rows[0] ?? 0] ?? Number.NaN;
  return named.sort((a, b) => Number(Number.isNaN(least(a))) - Number(Number.isNaN(least(b))) || least(a) - least(b));
}

/** Numbers by quarters of the customers. */
function bandsOf(values: Float64Array): readonly string[] {
  const known = values.filter((value) => Number.isFinite(value)).sort();
  const limits = [...new Set([0.25, 0.5, 0.75].map((share) => Number(quantileSorted(known, share).toPrecision(3))))];
  return Array.from(values, (value) => {
    if (!Number.isFinite(value)) return 'unknown';
    const place = limits.findIndex((limit) => value <= limit);
    if (place < 0) return `above ${limits.at(-1) ?? 0}`;
    return place === 0 ? `up to ${limits[0] ?? 0}` : `above ${limits[place - 1] ?? 0} to ${limits[place] ?? 0}`;
  });
}

function thresholdOf(probabilities: Float64Array, labels: Uint8Array): number {
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const order = byFallingScore(probabilities);
  return probabilities[order[Math.max(0, Math.min(order.length, positives) - 1)] ?? 0] ?? 0.5;
}

function groupRow(value: string, rows: readonly number[], probabilities: Float64Array, labels: Uint8Array, threshold: number) {
  let [picked, positives, found, alarms, promised] = [0, 0, 0, 0, 0];
  for (const row of rows) {
    const probability = probabilities[row] ?? 0;
    const [isPicked, isPositive] = [probability >= threshold, labels[row] === 1];
    picked += Number(isPicked);
    positives += Number(isPositive);
    found += Number(isPicked && isPositive);
    alarms += Number(isPicked && !isPositive);
    promised += probability;
  }
  return {
    value,
    customers: rows.length,
    positives,
    selected: measured(picked, rows.length),
    true_positive: positives === 0 ? null : measured(found, positives),
    false_positive: positives === rows.length ? null : measured(alarms, rows.length - positives),
    predicted: promised / rows.length,
    actual: measured(positives, rows.length),
  };
}

const measured = (count: number, of: number): Measured => ({ value: count / of, ...wilsonInterval(count, of) });

/** Two intervals that do not touch. */
const apart = (rates: readonly (Measured | null)[]): boolean => {
  const known = rates.flatMap((rate) => (rate === null ? [] : [rate]));
  return known.some((one) => known.some((other) => one.low > other.high));
};

function sentenceOf(
  label: string,
  groups: ModelFairness['groups'],
  { found, alarmed, off }: { readonly found: boolean; readonly alarmed: boolean; readonly off: string | undefined },
): string {
  const picked = groups.toSorted((a, b) => b.selected.value - a.selected.value);
  const [most, least] = [picked[0], picked.at(-1)];
  const shares = `By ${label}, the model would pick ${percent(most?.selected.value)} of "${most?.value ?? ''}" and ${percent(least?.selected.value)} of "${least?.value ?? ''}".`;
  const right =
    found || alarmed
      ? ' It is not equally often right for all of them, by more than chance explains.'
      : ' How often it is right differs by no more than chance explains.';
  return `${shares}${right}${off === undefined ? '' : ` For "${off}" its probabilities do not hold.`}`;
}

const percent = (share: number | undefined): string => shareOf(share ?? 0);
