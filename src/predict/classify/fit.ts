import { day, type Instant, instant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import type { FeatureTable, Importance } from '../../stats/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Compute } from '../compute.ts';
import type { OrderModel } from '../value/orders/model.ts';
import { withBuyerColumn } from './buyer-column.ts';
import { buyerColumn } from './buyer-name.ts';
import type { Candidate } from './candidates/candidate.ts';
import { scoreCandidate } from './candidates/score.ts';
import type { Choice } from './choose.ts';
import type { Direction } from './directions.ts';
import { eventsToLearn, withEventColumns } from './event-columns.ts';
import { cutOffs, eligibleOf, type Labelled, readEligible, readLabelled } from './labelled.ts';
import { type LabelledRows, type LearnInput, type Learned, learnClassifier, mostStacked, mostTests } from './learn.ts';
import type { KeptFeatures, Matrix } from './matrix/read.ts';
import type { Told } from './matrix/traits.ts';
import { steadyColumns, withColumns } from './matrix/steady.ts';
import { readYearBefore, seasonAhead } from './read-season.ts';
import { type Reference, referenceOf } from './reference.ts';
import { type Season, shifted, shiftsAt } from './season.ts';
import type { ClassifierTask, Shop } from './task.ts';

/** A trained classifier and all that its card says of how it came about. */
export type Classifier = {
  readonly now: Instant;
  readonly task: ClassifierTask;
  readonly candidate: Candidate;
  readonly choice: Choice;
  /** Newest first: at each, customers as they were then, and what they did in the horizon after. */
  readonly cutOffs: readonly { readonly asOf: Instant; readonly rows: number; readonly positives: number }[];
  readonly importance: readonly Importance[];
  readonly directions: readonly Direction[];
  /** What customers and scores looked like at the moment of training, for drift to be told later. */
  readonly reference: Reference;
  /** The buying model behind the column `buyer_model`, fitted on everything until now. */
  readonly buyer: OrderModel | null;
  /** What the weeks to come did a year ago, where that tells something. */
  readonly season: Season | null;
  /** The newest cut-off with its outcomes, for an audit. */
  readonly newest: Labelled | undefined;
  readonly seed: number;
};

export type ClassifierRequest = {
  readonly now: Instant;
  readonly task: ClassifierTask;
  readonly seed: number;
  /** Cut-offs to learn from and be tested on, a horizon apart; without it as many as lie in a year, at least 4 and at most 7. */
  readonly cutOffs?: number;
  readonly progress?: (label: string, share: number) => void;
  /** Where the sums are done; here where nothing is said. */
  readonly compute?: Compute;
  /** False for a back-test that keeps nothing. */
  readonly fit?: boolean;
  /** What counts of customers at `now`: all that is known of them, or where it is a moment of the past only what was known by then. */
  readonly told?: Told;
};

/** Facts → labelled customers at rolling cut-offs → what was learned of them (see `learnClassifier`). */
export async function fitClassifier(warehouse: Warehouse, shop: Shop, asked: ClassifierRequest): Promise<Classifier> {
  const { seed, now } = asked;
  const task = await withEventsNamed(warehouse, asked);
  const request = { ...asked, task };
  const read = await readCutOffs(warehouse, shop, request);
  const today = await customersNow(warehouse, shop, request);
  const steady = steadyColumns([...read.map(({ table }) => table), today.matrix.table]);
  const sets = read.map((set) => ({ ...set, table: withColumns(set.table, steady) }));
  const present = withColumns(today.matrix.table, steady);
  const before = await readBefore(warehouse, shop, request, read);
  const input: LearnInput = {
    sets: sets.map(({ table, labels }) => ({ table, labels })),
    before,
    seed,
    ...(request.fit === undefined ? {} : { fit: request.fit }),
  };
  const progress = (share: number): void => request.progress?.('learning', 0.4 + 0.6 * share);
  const { yearRound, ...learned }: Learned =
    request.compute === undefined ? learnClassifier(input, progress) : await request.compute('classifier', input, progress);
  const season = yearRound === null ? null : await seasonAhead(warehouse, shop, task, { now, customers: present.rows, yearRound });
  return {
    now,
    task,
    ...learned,
    season,
    cutOffs: sets.map((set) => ({ asOf: set.asOf, rows: set.labels.length, positives: set.labels.reduce((sum, label) => sum + label, 0) })),
    buyer: today.model ?? null,
    reference: referenceOf(present, scoreCandidate(learned.candidate, present)),
    newest: sets[0],
    seed,
  };
}

/** Who was there a year before each cut-off that is a test, and what they did then. */
async function readBefore(
  warehouse: Warehouse,
  shop: Shop,
  { task }: ClassifierRequest,
  sets: readonly Labelled[],
): Promise<readonly (LabelledRows | undefined)[]> {
  const before: (LabelledRows | undefined)[] = [];
  for (const { asOf, labels } of sets.slice(0, Math.min(mostTests, sets.length - 1)))
    before.push(await readYearBefore(warehouse, shop, task, { at: asOf, now: asOf, customers: labels.length }));
  return before;
}

/** Customers as they are at the moment of training, as scoring will see them. */
async function customersNow(
  warehouse: Warehouse,
  shop: Shop,
  { now, task, fit, told = 'ever' }: ClassifierRequest,
): Promise<{ readonly matrix: Matrix; readonly model: OrderModel | undefined }> {
  if (fit === false) return { matrix: { asOf: now, told, profiles: new Int32Array(), table: { rows: 0, columns: [] } }, model: undefined };
  return withColumnsOf(warehouse, shop, task, await readEligible(warehouse, task, now, shop, undefined, told));
}

/** What a question asks for beside what is known of everybody: the buying model and the rhythm, kinds of events. Without a buying model given, it is fitted where the question asks for one. */
async function withColumnsOf<M extends Matrix>(
  warehouse: Warehouse,
  { workspace }: Shop,
  { buyer, events, horizonDays }: ClassifierTask,
  matrix: M,
  known?: OrderModel | null,
): Promise<{ readonly matrix: M; readonly model: OrderModel | undefined }> {
  const bought = buyer === undefined ? undefined : await withBuyerColumn(warehouse, workspace, matrix, horizonDays, known);
  const added = { ...matrix, ...bought?.matrix };
  return { matrix: events === undefined || typeof events === 'string' ? added : await withEventColumns(warehouse, added, events), model: bought?.model };
}

/** The question with the kinds of events named that it learns from, so that whoever is scored is looked at by the same. */
async function withEventsNamed(warehouse: Warehouse, { task, now }: Pick<ClassifierRequest, 'task' | 'now'>): Promise<ClassifierTask> {
  if (task.events !== 'of-the-shop') return task;
  const oldest = cutOffs(now, await earliestOf(warehouse, task, now), task.horizonDays, usualCutOffs).at(-1);
  return { ...task, events: oldest === undefined ? [] : await eventsToLearn(warehouse, { now, since: oldest }) };
}

/** What scoring needs of a classifier. */
export type ActingClassifier = Pick<Classifier, 'task' | 'candidate'> & {
  readonly buyer?: OrderModel | null;
  readonly season?: Season | null;
  /** No chance is told as more than this: what came of those whom it was surest of when it was tried. */
  readonly surest?: number | undefined;
};
/** `yearRound` is what the model says without the season, for drift to be told from: weeks that are known to differ are no drift. */
export type Scored = { readonly profiles: Int32Array; readonly probabilities: Float64Array; readonly yearRound: Float64Array; readonly table: FeatureTable };

/** Probability of each customer whom the task asks about, now, or at a moment of the past by what was `told` of them then. */
export async function scoreClassifier(
  warehouse: Warehouse,
  shop: Shop,
  classifier: ActingClassifier,
  now: Instant,
  kept?: KeptFeatures,
  told: Told = 'ever',
): Promise<Scored> {
  return scored(warehouse, shop, classifier, await readEligible(warehouse, classifier.task, now, shop, kept, told));
}

/** The same from a matrix that was read before, for several classifiers one after another. */
export async function scoreMatrix(warehouse: Warehouse, shop: Shop, classifier: ActingClassifier, matrix: Matrix, featuresTable: string): Promise<Scored> {
  return scored(warehouse, shop, classifier, await eligibleOf(warehouse, classifier.task, matrix, shop, featuresTable));
}

async function scored(warehouse: Warehouse, shop: Shop, { task, candidate, buyer, season, surest = 1 }: ActingClassifier, eligible: Matrix): Promise<Scored> {
  const { matrix } = await withColumnsOf(warehouse, shop, task, eligible, buyer ?? null);
  const { profiles, table } = matrix;
  const yearRound = scoreCandidate(candidate, table);
  const shifts = season === null || season === undefined ? [] : shiftsAt(season, matrix.asOf);
  return { profiles, table, yearRound, probabilities: notAbove(surest, shifts.length === 0 ? yearRound : shifted(yearRound, table, shifts)) };
}

const notAbove = (most: number, chances: Float64Array): Float64Array => (most >= 1 ? chances : chances.map((chance) => Math.min(most, chance)));

/** Cut-offs that are learned from in any shop, and rows beyond which there are enough without older ones. */
const usualCutOffs = 4;
const enoughRows = 50_000;
/** As many as lie in a year, so that every season is among them; more, or fewer than the usual, tell of another shop or too little. */
const cutOffsIn = (horizonDays: number): number => Math.min(1 + mostStacked, Math.max(usualCutOffs, 1 + Math.ceil(365 / horizonDays)));

/**
 * Newest first; cut-offs before anybody was known are left out. Beyond the usual number older ones are read where customers are few, as far back as what is known of customers later was known of them then.
 */
export async function readCutOffs(
  warehouse: Warehouse,
  shop: Shop,
  { task, now, cutOffs: most = cutOffsIn(task.horizonDays), progress }: Pick<ClassifierRequest, 'task' | 'now' | 'cutOffs' | 'progress'>,
): Promise<readonly Labelled[]> {
  const earliest = await earliestOf(warehouse, task, now);
  const sets: Labelled[] = [];
  for (const [place, asOf] of cutOffs(now, earliest, task.horizonDays, most).entries()) {
    progress?.('looking back', (0.4 * place) / most);
    if (place >= usualCutOffs && sets.reduce((sum, { labels }) => sum + labels.length, 0) >= enoughRows) break;
    const { matrix: set } = await withColumnsOf(warehouse, shop, task, await readLabelled(warehouse, task, asOf, shop));
    if (place >= usualCutOffs && knowsLess(set, sets)) break;
    sets.push(set);
  }
  const known = sets.filter(({ labels }) => labels.length > 0);
  // Where the buying model could not be fitted at every cut-off it takes no part at any. Other columns may be missing at some: a trait that was hardly known then.
  const everywhere = known.every(({ table }) => table.columns.some(({ name }) => name === buyerColumn));
  return everywhere ? known : known.map((set) => ({ ...set, table: { ...set.table, columns: set.table.columns.filter(({ name }) => name !== buyerColumn) } }));
}

/** Before it nothing is asked: so long at least something must have been known. */
async function earliestOf(warehouse: Warehouse, { horizonDays }: Pick<ClassifierTask, 'horizonDays'>, now: Instant): Promise<Instant> {
  const found = await warehouse.row<{ earliest: Instant | null }>(
    sql`select least((select min(ordered_at) from orders), (select min(occurred_at) from events), (select min(occurred_at) from feedback)) as earliest`,
  );
  return instant((found?.earliest ?? now) + Math.min(horizonDays, 30) * day);
}

/** Whether a column would be lost to all by learning from an older cut-off too. */
function knowsLess(older: Labelled, newer: readonly Labelled[]): boolean {
  const tables = newer.map(({ table }) => table);
  return steadyColumns([...tables, older.table]).size < steadyColumns(tables).size;
}
