import { type FeatureTable, mean, standardDeviation } from '../../stats/index.ts';
import { buyerColumn } from './buyer-name.ts';
import { candidateLabel, type CandidateKind, candidateKinds } from './candidates/candidate.ts';
import { fitCandidate, type FitOptions } from './candidates/fit.ts';
import { scoreCandidate } from './candidates/score.ts';
import { type DataCheck, enoughData } from './enough-data.ts';
import { type Quality, qualityOf } from './quality.ts';

type Rows = { readonly table: FeatureTable; readonly labels: Uint8Array };
/** One step of a rolling back-test: learn from `train`, be judged on `test`, which is later. */
export type BacktestFold = { readonly train: Rows; readonly test: Rows };

export type Entrant = {
  readonly kind: CandidateKind;
  /** Over the tests of all folds together. */
  readonly quality: Quality;
  /** Of the newest fold alone, which decides nothing by itself: what to expect now. */
  readonly newest: Quality;
  /** Mean log-loss over all tests, and its standard error. */
  readonly loss: number;
  readonly lossStandardError: number;
  /** What it said of the customers of the newest fold. */
  readonly newestProbabilities: Float64Array;
};

export type Choice = { readonly kind: CandidateKind; readonly reason: string; readonly entrants: readonly Entrant[]; readonly data: readonly DataCheck[] };

/**
 * Lets the candidates that have enough data compete on the folds (newest last), by log-loss, which rewards honest probabilities as well as a good
 * order. The simplest whose loss is within one standard error of the best wins (Breiman et al., Classification and Regression Trees, 1984).
 */
export function chooseCandidate(folds: readonly BacktestFold[], options: FitOptions): Choice {
  const [smallest] = folds.map(({ train }) => train.labels).sort((a, b) => a.length - b.length);
  const data = enoughData(smallest ?? new Uint8Array());
  const known = folds.every(({ train }) => train.table.columns.some(({ name }) => name === buyerColumn));
  const able = candidateKinds.filter((kind) => (kind !== 'buyer' || known) && (kind === 'rate' || data.some((check) => check.kind === kind && check.enough)));
  const entrants: Entrant[] = [];
  for (const [place, kind] of able.entries()) {
    const progress = (share: number): boolean => options.progress?.((place + share) / able.length) ?? true;
    entrants.push(enter(kind, folds, { seed: options.seed, progress }));
    if (!progress(1)) break;
  }
  const [best] = entrants.toSorted((a, b) => a.loss - b.loss);
  if (best === undefined) return { kind: 'rate', reason: 'There is no past to learn from yet.', entrants, data };
  const winner = entrants.find(({ loss }) => loss <= best.loss + best.lossStandardError) ?? best;
  return { kind: winner.kind, reason: reasonOf(winner, best, able.length), entrants, data };
}

function enter(kind: CandidateKind, folds: readonly BacktestFold[], options: FitOptions): Entrant {
  const tests = folds.map(({ train, test }, place) => {
    const progress = (share: number): boolean => options.progress?.((place + share) / folds.length) ?? true;
    const probabilities = scoreCandidate(fitCandidate(kind, train.table, train.labels, { ...options, progress }), test.table);
    return { probabilities, labels: test.labels };
  });
  const probabilities = Float64Array.from(tests.flatMap((test) => [...test.probabilities]));
  const labels = Uint8Array.from(tests.flatMap((test) => [...test.labels]));
  const losses = probabilities.map((probability, row) => -Math.log(Math.max(1e-15, (labels[row] ?? 0) === 1 ? probability : 1 - probability)));
  const newest = tests.at(-1);
  return {
    kind,
    quality: qualityOf(probabilities, labels),
    newest: qualityOf(newest?.probabilities ?? new Float64Array(), newest?.labels ?? new Uint8Array()),
    loss: mean(losses),
    lossStandardError: standardDeviation(losses) / Math.sqrt(losses.length),
    newestProbabilities: newest?.probabilities ?? new Float64Array(),
  };
}

function reasonOf(winner: Entrant, best: Entrant, entered: number): string {
  if (entered === 1) return 'There is not enough data for more than the share of all.';
  if (winner === best) return 'It did best on the customers it had not seen.';
  return `It is the simplest whose result is no further from the best (${candidateLabel(best.kind)}) than chance can explain.`;
}
