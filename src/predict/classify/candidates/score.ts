import {
  applyBins,
  boostingScores,
  calibrated,
  type FeatureTable,
  forestScores,
  linearContributions,
  logisticScores,
  logOdds,
  sigmoid,
  treeShap,
} from '../../../stats/index.ts';
import type { Reference } from '../reference.ts';
import type { Candidate } from './candidate.ts';
import { rhythmSource, rhythmTable } from './rhythm.ts';

/** Probability of each row. Columns are found by name; what a table lacks counts as unknown. */
export function scoreCandidate(candidate: Candidate, table: FeatureTable): Float64Array {
  switch (candidate.kind) {
    case 'rate':
      return new Float64Array(table.rows).fill(candidate.rate);
    case 'recency':
    case 'event':
    case 'logistic':
      return logisticScores(candidate.model, table).map(sigmoid);
    case 'buyer':
      return kept(logisticScores(candidate.model, rhythmTable(table)).map(sigmoid));
    case 'forest':
      return kept(calibrated(candidate.calibration, logOdds(forestScores(candidate.model, table))));
    case 'boosting':
      return kept(calibrated(candidate.calibration, boostingScores(candidate.model, table)));
    case 'blend':
      return blended(candidate.parts.map((part) => scoreCandidate(part, table)));
  }
}

/** The mean of several probabilities' log-odds, as a probability. */
export function blended(parts: readonly Float64Array[]): Float64Array {
  const odds = parts.map(logOdds);
  return (odds[0] ?? new Float64Array()).map((_, row) => sigmoid(odds.reduce((sum, own) => sum + (own[row] ?? 0), 0) / odds.length));
}

/** Isotonic steps end at 0 and 1, which nobody should promise. */
export const kept = (probabilities: Float64Array): Float64Array => probabilities.map((probability) => Math.min(0.999, Math.max(0.001, probability)));

/** What moved one customer's score: each column's share, largest first, in log-odds (a forest's in probability) before calibration. */
export type Drivers = { readonly base: number; readonly drivers: readonly { readonly name: string; readonly contribution: number }[] };

/**
 * Why the rows score as they do: exact for linear models, TreeSHAP for trees. Meant for a screenful of customers, not for all. Linear models compare with the mean of everybody that they learned from, where `reference` says who that was:
 * the mean of a single row is that row, which would leave nothing to say.
 */
export function explainCandidate(candidate: Candidate, table: FeatureTable, rows: Uint32Array, reference?: Reference): readonly Drivers[] {
  const means = reference === undefined ? undefined : meansBy(reference);
  switch (candidate.kind) {
    case 'rate':
      return Array.from(rows, () => ({ base: candidate.rate, drivers: [] }));
    case 'buyer': {
      const names = candidate.model.terms.map(({ name }) => rhythmSource(name));
      return linearContributions(candidate.model, rhythmTable(table), rows, means).map(({ base, contributions }) =>
        ranked(base, ...joined(contributions, names)),
      );
    }
    case 'recency':
    case 'event':
    case 'logistic': {
      const names = candidate.model.terms.map(({ name }) => visitSource(name));
      return linearContributions(candidate.model, table, rows, means).map(({ base, contributions }) => ranked(base, ...joined(contributions, names)));
    }
    case 'blend': {
      const parts = candidate.parts.map((part) => {
        const why = explainCandidate(part, table, rows, reference);
        return part.kind === 'forest' ? why.map(inLogOdds) : why;
      });
      return Array.from(rows, (_, place) => meanOf(parts.flatMap((part) => part[place] ?? [])));
    }
    case 'forest':
    case 'boosting': {
      const { bins, trees } = candidate.model;
      const binned = applyBins(table, bins);
      const names = bins.map(({ name }) => name);
      const [start, divisor] = candidate.kind === 'boosting' ? [candidate.model.start, 1] : [0, Math.max(1, trees.length)];
      return Array.from(rows, (row) => {
        const { base, contributions } = treeShap(trees, binned, row, start);
        return ranked(
          base / divisor,
          contributions.map((own) => own / divisor),
          names,
        );
      });
    }
  }
}

/** What visits of 30 and of 90 days add in a line is told as one: only beside each other do they say how often somebody comes and whether that fell, and apart they would speak against each other. */
const visitSource = (name: string): string => (name === 'visits_90d' ? 'visits_30d' : name);

/** A forest's shares of a probability as shares of its log-odds: each in proportion, so that they add up to the score. */
function inLogOdds({ base, drivers }: Drivers): Drivers {
  const moved = drivers.reduce((sum, { contribution }) => sum + contribution, 0);
  const [from = 0, to = 0] = logOdds(Float64Array.of(base, base + moved));
  const perUnit = Math.abs(moved) < 1e-9 ? 1 / Math.max(1e-6, base * (1 - base)) : (to - from) / moved;
  return { base: from, drivers: drivers.map(({ name, contribution }) => ({ name, contribution: contribution * perUnit })) };
}

/** What moves a mean of scores: of what moves each, one part in as many as they are. */
function meanOf(parts: readonly Drivers[]): Drivers {
  const all = parts.flatMap(({ drivers }) => drivers);
  const [sums, names] = joined(
    Float64Array.from(all, ({ contribution }) => contribution / parts.length),
    all.map(({ name }) => name),
  );
  return ranked(parts.reduce((sum, { base }) => sum + base, 0) / parts.length, sums, names);
}

/** Numbers are in units around the mean that was learned from, so that they add nothing on average; levels add as often as they were met. */
function meansBy({ columns }: Reference): NonNullable<Parameters<typeof linearContributions>[3]> {
  return (term, addedBy) => {
    const known = columns.find(({ name }) => name === term.name);
    if (term.kind === 'number' || known?.kind !== 'category') return 0;
    const rows = known.levels.length + 2;
    const codes = Int32Array.from({ length: rows }, (_, place) => (place === rows - 1 ? -1 : place));
    const added = addedBy({ rows, columns: [{ kind: 'category', name: term.name, levels: [...known.levels, '\u0000another'], codes }] });
    return added.reduce((sum, value, place) => sum + value * (known.shares[place] ?? 0), 0);
  };
}

/** Terms made from one column add up to that column's share. */
function joined(contributions: Float64Array, names: readonly string[]): readonly [Float64Array, readonly string[]] {
  const sums = new Map<string, number>();
  names.forEach((name, place) => sums.set(name, (sums.get(name) ?? 0) + (contributions[place] ?? 0)));
  return [Float64Array.from(sums.values()), [...sums.keys()]];
}

function ranked(base: number, contributions: Float64Array, names: readonly string[]): Drivers {
  const drivers = names.map((name, place) => ({ name, contribution: contributions[place] ?? 0 })).filter(({ contribution }) => contribution !== 0);
  return { base, drivers: drivers.sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution)) };
}
