import { day, type Instant, instant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import { type FeatureTable, gainImportance, type Importance, permutationImportance, sampled, seededRandom, takenLabels, takeRows } from '../../stats/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Candidate } from './candidates/candidate.ts';
import { fitCandidate, type FitOptions } from './candidates/fit.ts';
import { scoreCandidate } from './candidates/score.ts';
import { type BacktestFold, type Choice, chooseCandidate } from './choose.ts';
import { cutOffs, type Labelled, readEligible, readLabelled } from './labelled.ts';
import { stackRows } from './stack.ts';
import type { ClassifierTask, Shop } from './task.ts';

/** A trained classifier, as plain JSON: the model, and all that its card says of how it came about. */
export type Classifier = {
  readonly task: ClassifierTask;
  readonly candidate: Candidate;
  readonly choice: Choice;
  /** Newest first: at each, customers as they were then, and what they did in the horizon after. */
  readonly cutOffs: readonly { readonly asOf: Instant; readonly rows: number; readonly positives: number }[];
  /** Which columns the score depends on, by shuffling each among newest customers; by gain for the order of the rest. */
  readonly importance: readonly Importance[];
  readonly seed: number;
};

export type ClassifierRequest = FitOptions & {
  readonly now: Instant;
  readonly task: ClassifierTask;
  /** Cut-offs to learn from and be tested on, a horizon apart; default 4. */
  readonly cutOffs?: number;
};

const importanceRows = 5000;
/** Cut-offs learned from at once: older customers were customers of another shop. */
const mostStacked = 3;

/**
 * Facts → labelled customers at rolling cut-offs → candidates judged on the later ones → the winner, fitted on the newest. The end of each training
 * horizon lies before the cut-off it is tested on, so nothing that is judged was ever seen.
 */
export async function fitClassifier(warehouse: Warehouse, shop: Shop, request: ClassifierRequest): Promise<Classifier> {
  const sets = await readCutOffs(warehouse, shop, request);
  const choice = chooseCandidate(foldsOf(sets), { seed: request.seed, progress: (share) => request.progress?.(0.9 * share) ?? true });
  const { table, labels } = stackRows(sets.slice(0, mostStacked));
  const candidate = fitCandidate(choice.kind, table, labels, { seed: request.seed });
  return {
    task: request.task,
    candidate,
    choice,
    cutOffs: sets.map((set) => ({ asOf: set.asOf, rows: set.labels.length, positives: set.labels.reduce((sum, label) => sum + label, 0) })),
    importance: importanceOf(candidate, sets[0], request.seed),
    seed: request.seed,
  };
}

/** Probability of each customer whom the task asks about, now. */
export async function scoreClassifier(
  warehouse: Warehouse,
  shop: Shop,
  { task, candidate }: Pick<Classifier, 'task' | 'candidate'>,
  now: Instant,
): Promise<{ readonly profiles: Int32Array; readonly probabilities: Float64Array; readonly table: FeatureTable }> {
  const { profiles, table } = await readEligible(warehouse, task, now, shop);
  return { profiles, table, probabilities: scoreCandidate(candidate, table) };
}

/** Newest first; cut-offs before anybody was known are left out. */
async function readCutOffs(warehouse: Warehouse, shop: Shop, { task, now, cutOffs: most = 4 }: ClassifierRequest): Promise<readonly Labelled[]> {
  const found = await warehouse.row<{ earliest: Instant | null }>(
    sql`select least((select min(ordered_at) from orders), (select min(occurred_at) from events), (select min(occurred_at) from feedback)) as earliest`,
  );
  const earliest = instant((found?.earliest ?? now) + Math.min(task.horizonDays, 30) * day);
  const sets: Labelled[] = [];
  for (const asOf of cutOffs(now, earliest, task.horizonDays, most)) sets.push(await readLabelled(warehouse, task, asOf, shop));
  return sets.filter(({ labels }) => labels.length > 0);
}

/** Each cut-off but the oldest is a test for what could be learned by then; oldest test first. */
function foldsOf(sets: readonly Labelled[]): readonly BacktestFold[] {
  return sets
    .slice(0, -1)
    .map((test, place) => ({ test, train: stackRows(sets.slice(place + 1, place + 1 + mostStacked)) }))
    .toReversed();
}

function importanceOf(candidate: Candidate, newest: Labelled | undefined, seed: number): readonly Importance[] {
  if (newest === undefined || candidate.kind === 'rate') return [];
  const rows = sampled(seededRandom(seed), newest.labels.length, importanceRows);
  const table = takeRows(newest.table, rows);
  const shuffled = permutationImportance((some) => scoreCandidate(candidate, some), table, takenLabels(newest.labels, rows), seed);
  if (candidate.kind !== 'boosting' && candidate.kind !== 'forest') return shuffled;
  const gains = new Map(
    gainImportance(
      candidate.model.trees,
      candidate.model.bins.map(({ name }) => name),
    ).map(({ name, importance }) => [name, importance]),
  );
  return shuffled.toSorted((a, b) => b.importance - a.importance || (gains.get(b.name) ?? 0) - (gains.get(a.name) ?? 0));
}
