export { type Candidate, candidateLabel, type CandidateKind, candidateKinds } from './candidates/candidate.ts';
export { fitCandidate, type FitOptions } from './candidates/fit.ts';
export { type Drivers, explainCandidate, scoreCandidate } from './candidates/score.ts';
export { type BacktestFold, type Choice, chooseCandidate, type Entrant } from './choose.ts';
export { type DataCheck, enoughData, type Needs, needsOf } from './enough-data.ts';
export { buyerColumn } from './buyer-name.ts';
export { type Asked, classifierBacktest, classifierCard, labelOfColumn } from './card.ts';
export { type Drift, driftOf, stability } from './drift.ts';
export { fewestLearned } from './fewest-learned.ts';
export { auditBy, fairnessBy, type Judged } from './fairness.ts';
export {
  type ActingClassifier,
  type Classifier,
  type ClassifierRequest,
  fitClassifier,
  readCutOffs,
  type Scored,
  scoreClassifier,
  scoreMatrix,
} from './fit.ts';
export { reasonsOf } from './reasons.ts';
export { rhythmColumns } from './candidates/rhythm.ts';
export { withBuyerColumn } from './buyer-column.ts';
export { mostStacked } from './learn.ts';
export { stackRows } from './stack.ts';
export { type Reference, referenceOf } from './reference.ts';
export { type Rhythm, rhythmOf } from './rhythm.ts';
export { cutOffs, eligibleOf, type Labelled, readEligible, readLabelled } from './labelled.ts';
export { knownShare, withoutHalfKnown } from './matrix/half-known.ts';
export { readMarked } from './matrix/marked.ts';
export { readColumns } from './matrix/read-columns.ts';
export { featuresAtCutOff, type KeptFeatures, type Matrix, readMatrix } from './matrix/read.ts';
export { type Standing, standingOf } from './matrix/standing.ts';
export { steadyColumns, withColumns } from './matrix/steady.ts';
export type { Told } from './matrix/traits.ts';
export { type MatrixWord, matrixWords } from './matrix/words.ts';
export { amountOf, isDate } from './say/amount.ts';
export { type Quality, qualityOf } from './quality.ts';
export { categoryTask, churnTask, type ClassifierTask, eventTask, nextOrderTask, type Shop } from './task.ts';
export { eventOfColumn } from './event-name.ts';
