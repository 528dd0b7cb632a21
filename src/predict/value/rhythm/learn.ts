import type { Instant } from '../../../core/index.ts';
import type { Warehouse } from '../../../warehouse/index.ts';
import {
  type ActingClassifier,
  churnTask,
  enoughData,
  fitCandidate,
  type Matrix,
  matrixWords,
  readCutOffs,
  rhythmColumns,
  rhythmOf,
  type Scored,
  scoreClassifier,
  scoreMatrix,
  type Shop,
  stackRows,
  mostStacked,
  withBuyerColumn,
} from '../../classify/index.ts';
import type { Silence } from '../silence.ts';

/**
 * What the silence of each customer says beside their own gaps: a logistic regression on what the buying model BG/NBD says, what their own rhythm says, how many orders they have and how long they are silent, in days and in gaps of their own (the
 * candidate `buyer` of those that foretell who stays away). It is learned of rolling cut-offs from the dates of orders alone.
 */
export type OwnRhythm = ActingClassifier;

const table = 'value_own_rhythm';

/** A shop of which nothing is known but orders. */
function ordersAlone(shop: Shop): Shop {
  const others = matrixWords(shop).flatMap(({ name }) => (rhythmColumns.has(name) ? [] : [name]));
  return { ...shop, leaveOut: new Set([...(shop.leaveOut ?? []), ...others]) };
}

/** Learned of what customers did until a moment; undefined where they are too few. */
export async function learnRhythm(warehouse: Warehouse, shop: Shop, now: Instant): Promise<OwnRhythm | undefined> {
  const own = ordersAlone(shop);
  const task = churnTask((await rhythmOf(warehouse, now, shop.workspace)).churnDays);
  const sets = await readCutOffs(warehouse, own, { task, now });
  const { table: rows, labels } = stackRows(sets.slice(0, mostStacked));
  if (enoughData(labels).find(({ kind }) => kind === 'buyer')?.enough !== true) return undefined;
  const { model } = await withBuyerColumn(warehouse, shop.workspace, noRows(now), task.horizonDays);
  return { task, candidate: fitCandidate('buyer', rows, labels, { seed: 1 }), buyer: model ?? null };
}

const noRows = (asOf: Instant): Matrix => ({ asOf, told: 'by-then', profiles: new Int32Array(), table: { rows: 0, columns: [] } });

/** What it says of everybody at a moment. */
export async function rhythmAt(warehouse: Warehouse, shop: Shop, rhythm: OwnRhythm, at: Instant): Promise<Silence> {
  return stage(warehouse, rhythm, await scoreClassifier(warehouse, ordersAlone(shop), rhythm, at, undefined, 'by-then'));
}

/** The same of customers whose features are there. */
export async function rhythmIn(warehouse: Warehouse, shop: Shop, rhythm: OwnRhythm, matrix: Matrix, featuresTable: string): Promise<Silence> {
  return stage(warehouse, rhythm, await scoreMatrix(warehouse, shop, rhythm, matrix, featuresTable));
}

async function stage(warehouse: Warehouse, { task }: OwnRhythm, { profiles, probabilities }: Scored): Promise<Silence> {
  await warehouse.loadNumbers(table, [
    { name: 'profile', values: Float64Array.from(profiles) },
    { name: 'v0', values: probabilities },
  ]);
  return { table, days: task.horizonDays };
}
