import { type FeatureTable, type Importance, logOdds, sampled, seededRandom, takeRows } from '../../stats/index.ts';
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

/** Over the rows where the value is known; 0 where nothing varies. */
function rankCorrelation(values: Float64Array, scores: Float64Array): number {
  const rows = Array.from(values.keys()).filter((row) => Number.isFinite(values[row] ?? Number.NaN));
  const [a, b] = [ranks(rows.map((row) => values[row] ?? 0)), ranks(rows.map((row) => scores[row] ?? 0))];
  const middle = (rows.length - 1) / 2;
  let [both, ofA, ofB] = [0, 0, 0];
  for (let place = 0; place < rows.length; place += 1) {
    const [x, y] = [(a[place] ?? 0) - middle, (b[place] ?? 0) - middle];
    both += x * y;
    ofA += x * x;
    ofB += y * y;
  }
  return ofA === 0 || ofB === 0 ? 0 : both / Math.sqrt(ofA * ofB);
}

/** Equal values share their mean rank. */
function ranks(values: readonly number[]): Float64Array {
  const order = Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const found = new Float64Array(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && values[order[end] ?? 0] === values[order[start] ?? 0]) end += 1;
    for (let place = start; place < end; place += 1) found[order[place] ?? 0] = (start + end - 1) / 2;
    start = end;
  }
  return found;
}
