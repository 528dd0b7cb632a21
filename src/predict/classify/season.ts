import { day, type Instant } from '../../core/index.ts';
import { type FeatureTable, logOdds, sigmoid } from '../../stats/index.ts';
import type { Candidate } from './candidates/candidate.ts';
import { scoreCandidate } from './candidates/score.ts';

type Rows = { readonly table: FeatureTable; readonly labels: Uint8Array };

/** What the weeks after a moment add to the log-odds of customers who had ordered once, 2 to 4, 5 to 14 times, and more often. */
export type Shifts = readonly number[];
/** Shifts at moments to come, ascending. */
export type Season = readonly { readonly at: Instant; readonly shifts: Shifts }[];

/** Presents are bought by those who came once or twice, whatever the month does to those who come every four weeks. */
const fewestOrders = [1, 2, 5, 15];
const groupOf = (orders: number): number => fewestOrders.findLastIndex((least) => orders >= least);
/** A group of fewer customers, or of fewer with either outcome, tells nothing of a season. */
const least = { customers: 30, ofEither: 5 };
/** So far apart are the moments of a season. */
export const step = 28 * day;

/**
 * What was different in the weeks after `before`, a year before a moment to be foretold: in each group the shift of log-odds that makes a model of the whole year right (maximum likelihood, one number), drawn towards none as far as such
 * numbers vary by chance (empirical Bayes; the variance between groups by moments, as DerSimonian & Laird, Controlled Clinical Trials 7, 1986).
 */
export function shiftsOf(yearRound: Candidate, before: Rows): Shifts {
  const odds = logOdds(scoreCandidate(yearRound, before.table));
  const groups = groupsIn(before.table);
  const found = fewestOrders.map((_, group) =>
    shiftOf(
      Uint32Array.from(odds.keys()).filter((row) => groups[row] === group),
      odds,
      before.labels,
    ),
  );
  const known = found.filter((own) => own !== undefined);
  const weight = known.reduce((sum, { error }) => sum + 1 / error ** 2, 0);
  const beyond = known.reduce((sum, { shift, error }) => sum + (shift / error) ** 2, 0) - known.length;
  const between = weight > 0 ? Math.max(0, beyond / weight) : 0;
  return found.map((own) => (own === undefined ? 0 : (own.shift * between) / (between + own.error ** 2)));
}

function shiftOf(rows: Uint32Array, odds: Float64Array, labels: Uint8Array): { readonly shift: number; readonly error: number } | undefined {
  const positives = rows.reduce((sum, row) => sum + (labels[row] ?? 0), 0);
  if (rows.length < least.customers || Math.min(positives, rows.length - positives) < least.ofEither) return undefined;
  let shift = 0;
  let information = 1;
  for (let iteration = 0; iteration < 50; iteration += 1) {
    let expected = 0;
    information = 1e-9;
    for (const row of rows) {
      const probability = sigmoid((odds[row] ?? 0) + shift);
      expected += probability;
      information += probability * (1 - probability);
    }
    const next = Math.min(1, Math.max(-1, (positives - expected) / information));
    shift += next;
    if (Math.abs(next) < 1e-9) break;
  }
  return { shift, error: 1 / Math.sqrt(information) };
}

/** Probabilities with the shift of each customer's group. */
export function shifted(probabilities: Float64Array, table: FeatureTable, shifts: Shifts): Float64Array {
  const groups = groupsIn(table);
  return logOdds(probabilities).map((odds, row) => sigmoid(odds + (shifts[groups[row] ?? -1] ?? 0)));
}

function groupsIn({ rows, columns }: FeatureTable): Int8Array {
  const orders = columns.find(({ name }) => name === 'orders_count');
  return Int8Array.from({ length: rows }, (_, row) => (orders?.kind === 'number' ? groupOf(orders.values[row] ?? 0) : -1));
}

/** The shifts of a moment: on a straight line between two that are known; none where the nearest is further away than they lie apart. */
export function shiftsAt(season: Season, at: Instant): Shifts {
  const next = season.findIndex((own) => own.at >= at);
  const [before, after] = [season.at(next < 0 ? -1 : Math.max(0, next - 1)), season.at(next)];
  if (before === undefined || after === undefined || at < before.at - step || at > after.at + step) return [];
  const share = after.at > before.at ? (at - before.at) / (after.at - before.at) : 0;
  return before.shifts.map((own, group) => own + Math.min(1, Math.max(0, share)) * ((after.shifts[group] ?? 0) - own));
}
