import {
  applyBins,
  calibrated,
  type ColumnBins,
  type Exchange,
  exchangedTreeScores,
  type FeatureTable,
  type Importance,
  logOdds,
  permutationImportance,
  takeRows,
  type Tree,
} from '../../../stats/index.ts';
import type { Candidate } from './candidate.ts';
import { blended, kept, scoreCandidate } from './score.ts';

/** What the score depends on, by shuffling each column among the rows; largest first. */
export function candidateImportance(candidate: Candidate, table: FeatureTable, labels: Uint8Array, seed: number, repeats?: number): readonly Importance[] {
  const score = { whole: scoreCandidate(candidate, table), exchanged: (exchanges: readonly Exchange[]) => scoresExchanged(candidate, table, exchanges) };
  return permutationImportance(
    score,
    table.columns.map(({ name }) => name),
    labels,
    seed,
    repeats,
  );
}

/** What `scoreCandidate` says of the table after each exchange. Trees put the table into their bins once, and go anew only where an exchange is felt. */
export function scoresExchanged(candidate: Candidate, table: FeatureTable, exchanges: readonly Exchange[]): readonly Float64Array[] {
  switch (candidate.kind) {
    case 'blend': {
      const parts = candidate.parts.map((part) => scoresExchanged(part, table, exchanges));
      return exchanges.map((_, place) => blended(parts.flatMap((part) => part[place] ?? [])));
    }
    case 'forest': {
      const { model, calibration } = candidate;
      const shares = treesExchanged(model, table, exchanges, 0);
      return shares.map((sums) => kept(calibrated(calibration, logOdds(sums.map((sum) => sum / Math.max(1, model.trees.length))))));
    }
    case 'boosting':
      return treesExchanged(candidate.model, table, exchanges, candidate.model.start).map((scores) => kept(calibrated(candidate.calibration, scores)));
    case 'rate':
    case 'recency':
    case 'event':
    case 'buyer':
    case 'logistic':
      return exchanges.map(({ column, rows }) => {
        const mixed = takeRows({ rows: table.rows, columns: table.columns.slice(column, column + 1) }, rows).columns;
        return scoreCandidate(candidate, { rows: table.rows, columns: table.columns.toSpliced(column, 1, ...mixed) });
      });
  }
}

type Trees = { readonly bins: readonly ColumnBins[]; readonly trees: readonly Tree[] };

/** Columns are found by name in the bins; of one that the trees do not know nothing is felt. */
function treesExchanged({ bins, trees }: Trees, table: FeatureTable, exchanges: readonly Exchange[], start: number): readonly Float64Array[] {
  const places = table.columns.map(({ name }) => bins.findIndex((own) => own.name === name));
  const asked = exchanges.map(({ column, rows }) => ({ column: places[column] ?? -1, rows }));
  return exchangedTreeScores(trees, applyBins(table, bins), asked, start);
}
