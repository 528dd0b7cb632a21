import { ClienteleError, day, type Instant, instant } from '../../core/index.ts';
import { type AttributeWord, type Condition, checkText, definitionError, type Moment } from '../../language/index.ts';
import { refreshFeatures } from '../../profiles/index.ts';
import { evaluateSegments } from '../../segments/index.ts';
import { takeRows } from '../../stats/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { withoutHalfKnown } from './matrix/half-known.ts';
import { momentThen, wordsOfTheDay } from './matrix/moment-then.ts';
import { featuresAtCutOff, type KeptFeatures, type Matrix, readMatrix } from './matrix/read.ts';
import type { Told } from './matrix/traits.ts';
import type { ClassifierTask, Shop } from './task.ts';

/** Customers at a cut-off, and what each did by the end of the horizon. */
export type Labelled = Matrix & { readonly labels: Uint8Array };

const featuresAtEnd = 'predict_outcome_features';

/** Those whom the task asks about. Throws a `ClienteleError` where `among` can not be read. */
export async function readEligible(
  warehouse: Warehouse,
  task: Pick<ClassifierTask, 'among'>,
  asOf: Instant,
  shop: Shop,
  kept?: KeptFeatures,
  told?: Told,
): Promise<Matrix> {
  return eligibleOf(warehouse, task, await readMatrix(warehouse, asOf, shop, kept, told), shop, kept?.table);
}

/** The rows of a matrix that was read before whom the task asks about. */
export async function eligibleOf(
  warehouse: Warehouse,
  task: Pick<ClassifierTask, 'among'>,
  matrix: Matrix,
  shop: Shop,
  featuresTable: string = featuresAtCutOff,
): Promise<Matrix> {
  const { asOf, told } = matrix;
  if (task.among === null) return withoutHalfKnown(matrix, shop.vocabulary);
  const among = await membersAt(warehouse, task.among, momentOf(shop, asOf, featuresTable), told);
  const rows = Uint32Array.from(matrix.profiles.keys()).filter((row) => among.has(matrix.profiles[row] ?? -1));
  const eligible: Matrix = {
    asOf,
    told,
    profiles: Int32Array.from(rows, (row) => matrix.profiles[row] ?? -1),
    table: takeRows(matrix.table, rows),
  };
  return withoutHalfKnown(eligible, shop.vocabulary);
}

/** The same with outcomes. The end of the horizon must lie in the past. Throws a `ClienteleError` where a text can not be read. */
export async function readLabelled(warehouse: Warehouse, task: ClassifierTask, asOf: Instant, shop: Shop): Promise<Labelled> {
  const eligible = await readEligible(warehouse, task, asOf, shop);
  const end = instant(asOf + task.horizonDays * day);
  const moment = momentOf(shop, end, featuresAtEnd);
  if (speaksOf(readText(task.outcome, shop), [...featuresOf(shop), ...wordsOfTheDay(shop.vocabulary)])) {
    const { workspace, settings } = shop;
    await refreshFeatures(warehouse, { asOf: end, workspace, table: featuresAtEnd, temporary: true, ...(settings === undefined ? {} : { settings }) });
  }
  const positive = await membersAt(warehouse, task.outcome, moment, 'by-then');
  return { ...eligible, labels: Uint8Array.from(eligible.profiles, (profile) => (positive.has(profile) ? 1 : 0)) };
}

const momentOf = ({ workspace, vocabulary }: Shop, now: Instant, featuresTable: string): Moment => ({
  now,
  zone: workspace.zone,
  weekStart: workspace.weekStart,
  vocabulary,
  featuresTable,
  workspace,
});

/** Who meets a condition at a moment: of a past one by what was known of them then. */
async function membersAt(warehouse: Warehouse, text: string, now: Moment, told: Told): Promise<ReadonlySet<number>> {
  const then = told === 'by-then' && speaksOf(readText(text, now), wordsOfTheDay(now.vocabulary));
  const moment = then ? await momentThen(warehouse, now) : now;
  const tree = readText(text, moment);
  const [evaluation] = await evaluateSegments(warehouse, [{ slug: 'predict', tree }], moment);
  if (evaluation?.status === 'ok') return new Set(evaluation.members());
  throw new ClienteleError('segment.syntax', { detail: evaluation?.reason ?? 'The condition can not be computed.', hint: 'Check the condition.' });
}

function readText(text: string, { vocabulary }: Pick<Shop, 'vocabulary'>): Condition {
  const checked = checkText(text, vocabulary);
  if (!checked.ok) throw definitionError(checked.error);
  return checked.value.tree;
}

const featuresOf = ({ vocabulary }: Pick<Shop, 'vocabulary'>): readonly AttributeWord[] =>
  [...vocabulary.attributes.values()].filter(({ table }) => table === 'features');

/** True where a condition may name one of the words; segments inside of it may too. */
function speaksOf(tree: Condition, words: readonly AttributeWord[]): boolean {
  const text = JSON.stringify(tree);
  return words.length > 0 && (text.includes('segment') || words.some(({ name }) => text.includes(JSON.stringify(name))));
}

/** Cut-offs whose horizons end at `now`, one horizon before, and so on; newest first, none before `earliest`. */
export function cutOffs(now: Instant, earliest: Instant, horizonDays: number, most: number): readonly Instant[] {
  return Array.from({ length: most }, (_, place) => instant(now - (place + 1) * horizonDays * day)).filter((cutOff) => cutOff > earliest);
}
