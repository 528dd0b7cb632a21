import { gainImportance, type FeatureTable, type Importance, sampled, seededRandom, takenLabels, takeRows } from '../../stats/index.ts';
import type { Candidate } from './candidates/candidate.ts';
import { fitCandidate } from './candidates/fit.ts';
import { candidateImportance } from './candidates/importance.ts';
import { type BacktestFold, type Choice, chooseCandidate } from './choose.ts';
import { type Direction, directionsOf } from './directions.ts';
import { stackRows } from './stack.ts';

/** Customers at one cut-off with what they did after it: plain data. */
export type LabelledRows = { readonly table: FeatureTable; readonly labels: Uint8Array };
/**
 * `sets` newest first; `before` has, for the newest of them, who was there a year before each and what they did then, where that is known. `fit: false` leaves out the fit at the end, for a back-test that keeps nothing.
 */
export type LearnInput = {
  readonly sets: readonly LabelledRows[];
  readonly before?: readonly (LabelledRows | undefined)[];
  readonly seed: number;
  readonly fit?: boolean;
};

export type Learned = {
  readonly choice: Choice;
  readonly candidate: Candidate;
  /** Which columns the score depends on, by shuffling each among newest customers; by gain for the order of the rest. */
  readonly importance: readonly Importance[];
  readonly directions: readonly Direction[];
  /** Where the same weeks of a year before tell something: what they are held against, a model of the buying alone that knows no season. */
  readonly yearRound: Candidate | null;
};

const importanceRows = 3000;
/** Cut-offs learned from at once: a year of them, by the horizon of a usual shop, so that every season is among what was learned; older customers were customers of another shop. */
export const mostStacked = 6;
/** Cut-offs that are tests, the newest ones. */
export const mostTests = 3;

/**
 * Labelled customers at rolling cut-offs → candidates judged on the later ones → the winner, fitted on the newest. The end of each training horizon lies before the
 * cut-off it is tested on, so nothing that is judged was ever seen. Pure: the same rows and seed give the same answer.
 */
export function learnClassifier({ sets, before = [], seed, fit = true }: LearnInput, progress: (share: number) => void): Learned {
  const at =
    (from: number, to: number) =>
    (share: number): boolean => {
      progress(from + (to - from) * share);
      return true;
    };
  const choice = chooseCandidate(foldsOf(sets, before), { seed, progress: at(0, 0.8) });
  const { table, labels } = stackRows(sets.slice(0, mostStacked));
  const candidate = fitCandidate(fit ? choice.kind : 'rate', table, labels, { seed, progress: at(0.8, 0.9) });
  const [newest] = sets;
  const importance = fit ? importanceOf(candidate, newest, seed) : [];
  progress(0.97);
  const directions = fit && newest !== undefined ? directionsOf(candidate, newest.table, importance.slice(0, 15), seed) : [];
  const yearRound = fit && choice.season?.kept === true ? fitCandidate('buyer', table, labels, { seed }) : null;
  return { choice, candidate, importance, directions, yearRound };
}

/** The newest cut-offs, but never the oldest, are tests for what could be learned by then; oldest test first. */
export function foldsOf(sets: readonly LabelledRows[], before: LearnInput['before'] = []): readonly BacktestFold[] {
  return sets
    .slice(0, Math.min(mostTests, Math.max(0, sets.length - 1)))
    .map((test, place) => ({ test, train: stackRows(sets.slice(place + 1, place + 1 + mostStacked)), before: before[place] }))
    .toReversed();
}

function importanceOf(candidate: Candidate, newest: LabelledRows | undefined, seed: number): readonly Importance[] {
  if (newest === undefined || candidate.kind === 'rate') return [];
  const rows = sampled(seededRandom(seed), newest.labels.length, importanceRows);
  const table = takeRows(newest.table, rows);
  const shuffled = candidateImportance(candidate, table, takenLabels(newest.labels, rows), seed, 2);
  if (candidate.kind !== 'boosting' && candidate.kind !== 'forest') return shuffled;
  const gains = new Map(
    gainImportance(
      candidate.model.trees,
      candidate.model.bins.map(({ name }) => name),
    ).map(({ name, importance }) => [name, importance]),
  );
  return shuffled.toSorted((a, b) => b.importance - a.importance || (gains.get(b.name) ?? 0) - (gains.get(a.name) ?? 0));
}
