import { day, type Instant, instant } from '../../core/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { withBuyerColumn } from './buyer-column.ts';
import type { Candidate } from './candidates/candidate.ts';
import { rhythmColumns } from './candidates/rhythm.ts';
import { readLabelled } from './labelled.ts';
import type { LabelledRows } from './learn.ts';
import { matrixWords } from './matrix/words.ts';
import { type Season, shiftsOf, step } from './season.ts';
import type { ClassifierTask, Shop } from './task.ts';

/** Whole weeks, so that weekdays fall alike. */
const year = 364 * day;
/** A shop that was less than half as large was another shop. */
const leastShare = 0.5;
/** Until a model is old enough to be trained anew, and some days more. */
const steps = 4;

/**
 * Customers a year before a moment, and what they did then, with the columns of the buying model alone. Undefined where the shop was not half as large, or where their horizon is not over by `now`.
 */
export async function readYearBefore(
  warehouse: Warehouse,
  shop: Shop,
  task: ClassifierTask,
  moment: { readonly at: Instant; readonly now: Instant; readonly customers: number },
): Promise<LabelledRows | undefined> {
  const then = instant(moment.at - year);
  if (task.buyer === undefined || then + task.horizonDays * day > moment.now) return undefined;
  const others = matrixWords(shop).flatMap(({ name }) => (rhythmColumns.has(name) ? [] : [name]));
  const labelled = await readLabelled(warehouse, task, then, { ...shop, leaveOut: new Set([...(shop.leaveOut ?? []), ...others]) });
  if (labelled.labels.length === 0 || labelled.labels.length < leastShare * moment.customers) return undefined;
  const { matrix, model } = await withBuyerColumn(warehouse, shop.workspace, labelled, task.horizonDays);
  return model === undefined ? undefined : { table: matrix.table, labels: labelled.labels };
}

/** The shifts of the weeks to come, by what a model of the whole year missed a year before. */
export async function seasonAhead(
  warehouse: Warehouse,
  shop: Shop,
  task: ClassifierTask,
  { now, customers, yearRound }: { readonly now: Instant; readonly customers: number; readonly yearRound: Candidate },
): Promise<Season | null> {
  const season: Season[number][] = [];
  for (let place = 0; place < steps; place += 1) {
    const at = instant(now + place * step);
    const before = await readYearBefore(warehouse, shop, task, { at, now, customers });
    if (before !== undefined) season.push({ at, shifts: shiftsOf(yearRound, before) });
  }
  return season.length === 0 ? null : season;
}
