import type { Workspace } from '../../../core/index.ts';
import { mean, standardDeviation } from '../../../stats/index.ts';
import { sql } from '../../../sql/index.ts';
import type { Warehouse } from '../../../warehouse/index.ts';
import { readColumns, type Shop } from '../../classify/index.ts';
import { deviance, floor } from '../choose/measure.ts';
import { type CutOff, stageHistories, stageOutcomes } from '../histories/stage.ts';
import { mostLeaning } from '../lean/lean.ts';
import { stageScores, type ValueModel } from '../score.ts';
import type { Silence } from '../silence.ts';
import { learnRhythm, rhythmAt } from './learn.ts';

/** Whether each customer's own rhythm makes the orders of the newest weeks likelier: by how much the error falls, with the standard error of that, customer by customer. */
export type RhythmContest = {
  readonly gain: number;
  readonly error: number;
  /** What it said of the cut-off, where it won. */
  readonly held: Silence | undefined;
};

/**
 * The value model as it answers (bent by a regression where that won) with each customer's own rhythm against without: learned of what was known at the newest cut-off, held against the weeks after it. It wins where its error is smaller by more
 * than one standard error. Undefined where there are too few customers to learn it from, or more than it is worth reading the features of.
 */
export async function competeRhythm(
  warehouse: Warehouse,
  shop: Shop,
  workspace: Workspace,
  model: ValueModel,
  { from, end, weeks }: { readonly from: CutOff; readonly end: CutOff; readonly weeks: number },
): Promise<RhythmContest | undefined> {
  await stageHistories(warehouse, 'value_held', from, workspace);
  await stageOutcomes(warehouse, 'value_held_outcomes', from, end, workspace);
  const found = await warehouse.row<{ customers: number }>(sql`select count(*)::INTEGER as customers from value_held`);
  if ((found?.customers ?? 0) > mostLeaning) return undefined;
  const rhythm = await learnRhythm(warehouse, shop, from.at);
  if (rhythm === undefined) return undefined;
  const silence = await rhythmAt(warehouse, shop, rhythm, from.at);
  const [random, own] = [await lossesOf(warehouse, model, weeks), await lossesOf(warehouse, model, weeks, silence)];
  const saved = random.map((loss, row) => loss - (own[row] ?? 0));
  const [gain, error] = [mean(saved), standardDeviation(saved) / Math.sqrt(saved.length)];
  return { gain, error, held: gain > error ? silence : undefined };
}

async function lossesOf(warehouse: Warehouse, model: ValueModel, weeks: number, silence?: Silence): Promise<Float64Array> {
  await stageScores(warehouse, 'value_held_scores', 'value_held', model, { year: weeks, silence });
  const [expected = new Float64Array(), orders = new Float64Array()] = await readColumns(
    warehouse,
    sql`select s.orders_12m::DOUBLE as expected, coalesce(o.orders, 0)::DOUBLE as orders from value_held_scores s left join value_held_outcomes o using (profile) order by s.profile`,
  );
  return orders.map((count, row) => deviance(count, Math.max(floor, expected[row] ?? 0)));
}

/** What the card says of it, after why the buying model was chosen. */
export function rhythmSentence({ gain, error, held }: RhythmContest): string {
  const said = `by ${gain.toFixed(4)} (standard error ${error.toFixed(4)})`;
  return held === undefined
    ? `Each customer's own rhythm did not make its error smaller by more than one standard error (${gain.toFixed(4)}, standard error ${error.toFixed(4)}).`
    : `What each customer's silence says beside the gaps of their own made its error smaller ${said} on the newest weeks, so chances of an order go by that.`;
}
