import {
  boostingScores,
  type Calibration,
  type FeatureTable,
  fitBoosting,
  fitForestOutOfBag,
  fitIsotonic,
  fitLogistic,
  fitPlatt,
  logOdds,
  sampled,
  seededRandom,
  stratifiedSplit,
  taken,
  takenLabels,
  takeRows,
} from '../../../stats/index.ts';
import { blendedKinds, type Candidate, type CandidateKind } from './candidate.ts';
import { knownShare } from '../matrix/half-known.ts';
import { rhythmTable } from './rhythm.ts';
import { fitTellingEvent } from './telling-event.ts';

export type FitOptions = {
  readonly seed: number;
  /** Called as work is done, 0 to 1; false stops, and what is there by then is the answer. */
  readonly progress?: (share: number) => boolean;
};

/** More rows than this teach a model nothing that it does not know yet; a sample of so many is taken. */
const mostRows = 200_000;
/** Of the rarer outcome, for a calibration of the shape of the data, and for one of two numbers. */
const isotonicFrom = 1000;
const plattFrom = 100;
/** Rows that boosting keeps aside to know when to stop; its calibration is read off them too. */
const asideShare = 0.15;
/** Twice as many made no difference on nine shops, and a model to keep, read and explain twice as large. */
const forestTrees = 120;
const lastHeard = ['days_since_last_order', 'last_seen_at'];
/** Where customers come: when they last came, and whether they come less than before. "Last seen" would be moved by a direct debit that nobody does anything for. */
const lastCame = ['days_since_last_order', 'last_visit_at', 'visits_30d', 'visits_90d'];
/** Of so many at least a visit must be known. */
const mostlyCome = 0.8;

/** Fits one kind of candidate. Pure: the same table, labels and seed give the same model. */
export function fitCandidate(kind: CandidateKind, table: FeatureTable, labels: Uint8Array, options: FitOptions): Candidate {
  if (table.rows > mostRows) {
    const rows = sampled(seededRandom(options.seed), table.rows, mostRows);
    return fitCandidate(kind, takeRows(table, rows), takenLabels(labels, rows), options);
  }
  const progress = (done: number, of: number): boolean => options.progress?.(done / of) ?? true;
  switch (kind) {
    case 'rate':
      // One success and one failure more than seen (Laplace), so that nothing is ever certain.
      return { kind, rate: (labels.reduce((sum, label) => sum + label, 0) + 1) / (labels.length + 2) };
    case 'recency':
      return { kind, model: fitLogistic(recencyOf(table), labels, { logAboveSkewness: 0 }) };
    case 'event':
      return { kind, model: fitTellingEvent(recencyOf(table), table, labels) };
    case 'buyer':
      return { kind, model: fitLogistic(rhythmTable(table), labels, { logAboveSkewness: Number.POSITIVE_INFINITY }) };
    case 'logistic':
      return { kind, model: fitLogistic(table, labels, { logAboveSkewness: 2, fewestOfLevel: 10, mostLevels: 50 }) };
    case 'forest': {
      const { model, outOfBag } = fitForestOutOfBag(table, labels, { seed: options.seed, progress, trees: forestTrees });
      const rows = Uint32Array.from(outOfBag.keys()).filter((row) => !Number.isNaN(outOfBag[row] ?? Number.NaN));
      return { kind, model, calibration: calibrationOf(logOdds(taken(outOfBag, rows)), takenLabels(labels, rows)) };
    }
    case 'boosting': {
      const { test } = stratifiedSplit(labels, asideShare, options.seed);
      const settings = { learningRate: 0.06, mostLeaves: 16, mostTrees: 400, patience: 30, columnShare: 0.8 };
      const model = fitBoosting(table, labels, { ...settings, asideShare, seed: options.seed, progress });
      return { kind, model, calibration: calibrationOf(boostingScores(model, takeRows(table, test)), takenLabels(labels, test)) };
    }
    case 'blend':
      return {
        kind,
        parts: blendedKinds.map((part, place) => {
          const own = (share: number): boolean => options.progress?.((place + share) / blendedKinds.length) ?? true;
          return fitCandidate(part, table, labels, { ...options, progress: own });
        }),
      };
  }
}

/** The columns that tell how long ago a customer was last heard of, or last came. */
function recencyOf(table: FeatureTable): FeatureTable {
  const visit = table.columns.find(({ name }) => name === 'last_visit_at');
  const columns = visit !== undefined && knownShare(visit) >= mostlyCome ? lastCame : lastHeard;
  return { rows: table.rows, columns: table.columns.filter(({ name }) => columns.includes(name)) };
}

/** How scores of rows that were not learned from relate to probabilities. Few rows can not tell better than the model itself. */
function calibrationOf(scores: Float64Array, labels: Uint8Array): Calibration {
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const rarer = Math.min(positives, labels.length - positives);
  if (rarer >= isotonicFrom) return fitIsotonic(scores, labels);
  return rarer >= plattFrom ? fitPlatt(scores, labels) : { kind: 'platt', slope: 1, offset: 0 };
}
