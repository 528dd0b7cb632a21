import { type FeatureTable, mean, standardDeviation } from '../../stats/index.ts';
import { buyerColumn } from './buyer-name.ts';
import { blendedKinds, candidateLabel, type CandidateKind, candidateKinds } from './candidates/candidate.ts';
import { fitCandidate, type FitOptions } from './candidates/fit.ts';
import { blended, scoreCandidate } from './candidates/score.ts';
import { eventOfColumn } from './event-name.ts';
import { type DataCheck, enoughData } from './enough-data.ts';
import { type Quality, qualityOf } from './quality.ts';
import { shifted, shiftsOf } from './season.ts';

const noPast = 'There is no past to learn from yet.';

type Rows = { readonly table: FeatureTable; readonly labels: Uint8Array };
/** One step of a rolling back-test: learn from `train`, be judged on `test`, which is later. `before` is who was there a year before the test, and what they did then. */
export type BacktestFold = { readonly train: Rows; readonly test: Rows; readonly before?: Rows | undefined };

export type Entrant = {
  readonly kind: CandidateKind;
  /** Over the tests of all folds together. */
  readonly quality: Quality;
  /** Of the newest fold alone, which decides nothing by itself: what to expect now. */
  readonly newest: Quality;
  /** Mean log-loss over all tests, how far it lies above the best candidate's, and the standard error of that difference, customer by customer. */
  readonly loss: number;
  readonly above: number;
  readonly aboveStandardError: number;
  /** What it said of the customers of the newest fold. */
  readonly newestProbabilities: Float64Array;
};

/** What the same weeks of a year before take from the log-loss of the chosen, with its standard error, customer by customer; kept where it is more than that. */
export type SeasonTried = { readonly gain: number; readonly error: number; readonly kept: boolean };

export type Choice = {
  readonly kind: CandidateKind;
  readonly reason: string;
  readonly entrants: readonly Entrant[];
  readonly data: readonly DataCheck[];
  /** Undefined where there is no year before to look at. */
  readonly season?: SeasonTried;
};

/**
 * Lets the candidates that have enough data compete on the folds (newest last), by log-loss, which rewards honest probabilities as well as a good
 * order. The simplest whose loss is within one standard error of the best wins (Breiman et al., Classification and Regression Trees, 1984): of the difference between the two on the same customers, since most of what a loss
 * varies by is the customers', whoever foretells them.
 */
export function chooseCandidate(folds: readonly BacktestFold[], options: FitOptions): Choice {
  const [smallest] = folds.map(({ train }) => train.labels).sort((a, b) => a.length - b.length);
  const eventful = folds.length > 0 && folds.every(({ train }) => train.table.columns.some(({ name }) => eventOfColumn(name) !== undefined));
  const data = enoughData(smallest ?? new Uint8Array()).filter(({ kind }) => kind !== 'event' || eventful);
  if (folds.every(({ test }) => test.labels.length === 0)) return { kind: 'rate', reason: noPast, entrants: [], data };
  const known = folds.every(({ train }) => train.table.columns.some(({ name }) => name === buyerColumn));
  const able = candidateKinds.filter(
    (kind) => ((kind !== 'buyer' && kind !== 'blend') || known) && (kind === 'rate' || data.some((check) => check.kind === kind && check.enough)),
  );
  const tried: Tried[] = [];
  for (const [place, kind] of able.entries()) {
    const progress = (share: number): boolean => options.progress?.((place + share) / able.length) ?? true;
    tried.push(tryOn(folds, kind, tried, { seed: options.seed, progress }));
    if (!progress(1)) break;
  }
  const least = tried.toSorted((a, b) => mean(a.losses) - mean(b.losses))[0];
  const entrants = tried.map((own) => entrantOf(own, least ?? own, folds));
  const best = entrants.find(({ kind }) => kind === least?.kind);
  if (best === undefined) return { kind: 'rate', reason: noPast, entrants, data };
  const winner = entrants.find(({ above, aboveStandardError }) => above <= aboveStandardError) ?? best;
  const plain = { kind: winner.kind, reason: reasonOf(winner, best, able.length), entrants, data };
  const own = tried.find(({ kind }) => kind === winner.kind);
  const seasonal = own === undefined || !known || winner.kind === 'rate' ? undefined : seasonOn(folds, own, options.seed);
  if (own === undefined || seasonal === undefined) return plain;
  const saved = own.losses.map((loss, row) => loss - (seasonal.losses[row] ?? 0));
  const season = { gain: mean(saved), error: standardDeviation(saved) / Math.sqrt(saved.length) };
  if (season.gain <= season.error) return { ...plain, season: { ...season, kept: false } };
  const judged = { ...entrantOf(seasonal, seasonal, folds), above: winner.above, aboveStandardError: winner.aboveStandardError };
  return {
    ...plain,
    reason: `${plain.reason} To that comes what the same weeks did to such customers a year before, which brought it nearer to what happened.`,
    entrants: entrants.map((one) => (one === winner ? judged : one)),
    season: { ...season, kept: true },
  };
}

/** What a candidate would have said with the shifts of a year before, where they are known. */
function seasonOn(folds: readonly BacktestFold[], { kind, said }: Tried, seed: number): Tried | undefined {
  if (folds.every(({ before }) => before === undefined)) return undefined;
  const moved = folds.map(({ train, test, before }, place) => {
    const plain = said[place] ?? new Float64Array();
    return before === undefined ? plain : shifted(plain, test.table, shiftsOf(fitCandidate('buyer', train.table, train.labels, { seed }), before));
  });
  return { kind, said: moved, losses: lossesOf(folds, moved) };
}

/** What a candidate said of the customers of each fold, and the log-loss of each customer, fold after fold. */
type Tried = { readonly kind: CandidateKind; readonly said: readonly Float64Array[]; readonly losses: Float64Array };

function tryOn(folds: readonly BacktestFold[], kind: CandidateKind, earlier: readonly Tried[], options: FitOptions): Tried {
  const said = folds.map(({ train, test }, place) => {
    const progress = (share: number): boolean => options.progress?.((place + share) / folds.length) ?? true;
    // Its parts have taken part already, on the same customers.
    const parts = kind === 'blend' ? earlier.flatMap((own) => (isPart(own.kind) ? (own.said[place] ?? []) : [])) : [];
    if (parts.length === blendedKinds.length) return blended(parts);
    return scoreCandidate(fitCandidate(kind, train.table, train.labels, { ...options, progress }), test.table);
  });
  return { kind, said, losses: lossesOf(folds, said) };
}

function lossesOf(folds: readonly BacktestFold[], said: readonly Float64Array[]): Float64Array {
  const losses = folds.flatMap(({ test }, place) =>
    Array.from(test.labels, (label, row) => {
      const probability = said[place]?.[row] ?? 0;
      return -Math.log(Math.max(1e-15, label === 1 ? probability : 1 - probability));
    }),
  );
  return Float64Array.from(losses);
}

const isPart = (kind: CandidateKind): boolean => blendedKinds.some((part) => part === kind);

function entrantOf({ kind, said, losses }: Tried, best: Tried, folds: readonly BacktestFold[]): Entrant {
  const above = losses.map((loss, row) => loss - (best.losses[row] ?? 0));
  const newest = said.at(-1) ?? new Float64Array();
  return {
    kind,
    quality: qualityOf(Float64Array.from(said.flatMap((own) => [...own])), Uint8Array.from(folds.flatMap(({ test }) => [...test.labels]))),
    newest: qualityOf(newest, folds.at(-1)?.test.labels ?? new Uint8Array()),
    loss: mean(losses),
    above: mean(above),
    aboveStandardError: above.length < 2 ? 0 : standardDeviation(above) / Math.sqrt(above.length),
    newestProbabilities: newest,
  };
}

function reasonOf(winner: Entrant, best: Entrant, entered: number): string {
  if (entered === 1) return 'There is not enough data for more than the share of all.';
  if (winner === best) return 'It did best on the customers it had not seen.';
  return `It is the simplest whose result is no further from the best (${candidateLabel(best.kind)}) than chance can explain.`;
}
