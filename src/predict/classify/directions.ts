import { type FeatureTable, type Importance, logOdds, sampled, seededRandom, takeRows } from '../../stats/index.ts';
import { rankCorrelation } from '../rank-correlation.ts';
import type { Candidate } from './candidates/candidate.ts';
import { scoreCandidate } from './candidates/score.ts';

/** Which way a column pulls the score; of a category, the level that stands highest. */
export type Direction = { readonly name: string; readonly direction: 'more' | 'less' | 'mixed'; readonly level: string | null };

const rowsLookedAt = 2000;
/** Less of a rank correlation than this goes both ways. */
const plain = 0.15;

/** Rank correlation of each column with the score (Spearman 1904), and for categories the level with the highest mean score. */
export function directionsOf(candidate: Candidate, table: FeatureTable, of: readonly Importance[], seed: number): readonly Direction[] {
  const some = takeRows(table, sampled(seededRandom(seed), table.rows, rowsLookedAt));
  const scores = logOdds(scoreCandidate(candidate, some));
  return of.flatMap(({ name }): readonly Direction[] => {
    const column = some.columns.find((own) => own.name === name);
    if (column === undefined) return [];
    if (column.kind === 'category') return [{ name, direction: 'mixed', level: highestLevel(column.codes, column.levels, scores) }];
    const correlation = rankCorrelation(column.values, scores);
    return [{ name, direction: correlation > plain ? 'more' : correlation < -plain ? 'less' : 'mixed', level: null }];
  });
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
