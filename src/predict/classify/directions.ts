import { type FeatureTable, type Importance, logOdds, median, sampled, seededRandom, takeRows } from '../../stats/index.ts';
import { rankCorrelation } from '../rank-correlation.ts';
import type { Candidate } from './candidates/candidate.ts';
import { explainCandidate, scoreCandidate } from './candidates/score.ts';

/** Which way a column pulls the score; of a category, the level that stands highest. */
export type Direction = { readonly name: string; readonly direction: 'more' | 'less' | 'mixed'; readonly level: string | null };

const rowsLookedAt = 2000;
/** Of so many the contributions are worked out, one by one. */
const rowsExplained = 400;
/** Less of a rank correlation than this goes both ways. */
const plain = 0.15;
/** What a column adds must go with the side of the middle that a customer stands on for at least this part of all that it adds. */
const oneWay = 0.75;

/**
 * Which way each number pulls, by what it itself adds to the scores (its contributions, as a customer's reasons tell them), not by how it goes with the score: that is the others' doing as well. It is one way where contributions
 * rise or fall with the number (Spearman 1904) and lie on that side of nothing for whoever has more of it than half of all. Of categories it is the level with the highest mean score.
 */
export function directionsOf(candidate: Candidate, table: FeatureTable, of: readonly Importance[], seed: number): readonly Direction[] {
  const some = takeRows(table, sampled(seededRandom(seed), table.rows, rowsLookedAt));
  const scores = logOdds(scoreCandidate(candidate, some));
  const rows = Uint32Array.from({ length: Math.min(rowsExplained, some.rows) }, (_, row) => row);
  const explained = explainCandidate(candidate, some, rows).map(({ drivers }) => new Map(drivers.map((own) => [own.name, own.contribution])));
  return of.flatMap(({ name }): readonly Direction[] => {
    const column = some.columns.find((own) => own.name === name);
    if (column === undefined) return [];
    if (column.kind === 'category') return [{ name, direction: 'mixed', level: highestLevel(column.codes, column.levels, scores) }];
    const added = Float64Array.from(explained, (own) => own.get(name) ?? 0);
    return [{ name, direction: directionOf(column.values.subarray(0, added.length), added), level: null }];
  });
}

/** Which way contributions go with the values behind them. */
export function directionOf(values: Float64Array, added: Float64Array): Direction['direction'] {
  const correlation = rankCorrelation(values, added);
  if (Math.abs(correlation) <= plain) return 'mixed';
  const known = Array.from(values.keys()).filter((row) => Number.isFinite(values[row] ?? Number.NaN));
  const middle = median(Float64Array.from(known, (row) => values[row] ?? 0));
  let [agreeing, all] = [0, 0];
  for (const row of known) {
    const [beyond, own] = [(values[row] ?? 0) - middle, added[row] ?? 0];
    if (beyond === 0) continue;
    all += Math.abs(own);
    if (beyond * own * correlation > 0) agreeing += Math.abs(own);
  }
  if (all > 0 && agreeing < oneWay * all) return 'mixed';
  return correlation > 0 ? 'more' : 'less';
}

const fewestOfLevel = 10;

function highestLevel(codes: Int32Array, levels: readonly string[], scores: Float64Array): string | null {
  const [sums, counts] = [new Float64Array(levels.length), new Float64Array(levels.length)];
  codes.forEach((code, row) => {
    if (code < 0) return;
    sums[code] = (sums[code] ?? 0) + (scores[row] ?? 0);
    counts[code] = (counts[code] ?? 0) + 1;
  });
  let best = -1;
  const mean = (code: number): number => (sums[code] ?? 0) / (counts[code] ?? 1);
  counts.forEach((count, code) => {
    if (count >= fewestOfLevel && (best < 0 || mean(code) > mean(best))) best = code;
  });
  return levels[best] ?? null;
}
