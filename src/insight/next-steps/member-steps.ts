import { ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { all, attribute, dated, lastDays, not } from '../base/conditions.ts';
import type { InsightContext } from '../base/context.ts';
import { counted } from '../report/words.ts';
import { pace } from './slipping.ts';
import { type FeatureStep, lift } from './step.ts';

/** Steps that read a rhythm out of orders, which are charges where customers are members: nobody is late with one. */
export const ofOrders: ReadonlySet<FeatureStep['kind']> = new Set(['best_gone_quiet', 'slipping_regulars', 'second_order_due', 'no_second_order']);

/** What the models say of leaving in this shop: the chance from which on a member is likelier to leave than most; `staked` where a value model says what is at stake, too. */
export type MayLeave = { readonly least: number; readonly staked: boolean };

/** Somebody who came about twice a week, and not for so many days. */
const [away, gone, often] = [14, 60, 8];

/** So many times as likely to leave as all are: less is no reason to call, however much somebody pays. */
const timesUsual = 2;

/** How many are asked about, how likely they are to leave on average, and the chance from which on somebody is likelier than most: rounded down, so that nobody is lost by it. */
export async function chanceOfAll(warehouse: Warehouse, table: string): Promise<{ readonly members: number; readonly usual: number; readonly least: number }> {
  const found = await warehouse.row<{ members: number; usual: number | null }>(
    sql`select count(predicted_churn_probability)::INTEGER as members, avg(predicted_churn_probability)::DOUBLE as usual from ${ident(table)}`,
  );
  const usual = found?.usual ?? 0;
  return { members: found?.members ?? 0, usual, least: Math.floor(timesUsual * usual * 10_000) / 10_000 };
}

/** Twice as likely as members are on average, as on the list of whom to call. Undefined where no model of who leaves acts. */
export async function mayLeave(warehouse: Warehouse, featuresTable: string, staked: boolean): Promise<MayLeave | undefined> {
  const there = await warehouse.row(
    sql`select 1 from duckdb_columns() where table_name = ${featuresTable} and column_name = 'predicted_churn_probability' limit 1`,
  );
  if (there === undefined) return undefined;
  const { members, least } = await chanceOfAll(warehouse, featuresTable);
  return members === 0 ? undefined : { least, staked };
}

/** Of members: who may leave by the model that acts, else who has stopped coming. */
export const memberStep = (context: InsightContext, chance: MayLeave | undefined): FeatureStep =>
  chance === undefined ? stoppedComing(context) : likelyToLeave(context, chance);

const likelyToLeave = ({ words }: InsightContext, { least, staked }: MayLeave): FeatureStep => ({
  kind: 'members_leaving',
  where: sql`f.predicted_churn_probability >= ${least}::DOUBLE`,
  amount: staked ? sql`f.predicted_at_stake` : sql`0::DOUBLE`,
  expression: attribute('predicted.churn_probability', '>=', least),
  words: (people, amount) => ({
    title: `${counted(people, 'member')} ${people === 1 ? 'is' : 'are'} likely to leave`,
    why: 'By what became of members like them, they are at least twice as likely to leave as members are on average.',
    action: 'Call them, those with the most at stake first: Predict, Whom to call, says who and why.',
    segment_name: 'Members who may leave',
    money_per_year: staked ? amount : null,
    reckoning: staked
      ? `What is expected of each in 12 months times the chance that they leave: ${words.money(Math.round(amount))} that can still be saved.`
      : 'No amount: no value model acts.',
  }),
});

const stoppedComing = ({ at, words }: InsightContext): FeatureStep => ({
  kind: 'members_leaving',
  where: sql`f.orders_last_12_months >= 1 and f.visits_90d >= ${often}::INTEGER and f.last_visit_at >= make_timestamp(${at}::BIGINT) - to_days(${gone}::INTEGER) and f.last_visit_at < make_timestamp(${at}::BIGINT) - to_days(${away}::INTEGER)`,
  amount: pace,
  expression: all(
    attribute('orders_last_12_months', '>=', 1),
    attribute('visits_90d', '>=', often),
    dated('last_visit_at', lastDays(gone)),
    not(dated('last_visit_at', lastDays(away))),
  ),
  words: (people, amount) => ({
    title: `${counted(people, 'member')} ${people === 1 ? 'has' : 'have'} not been seen for two weeks`,
    why: `They were there at least ${often} times in 90 days, and not in the last ${away}.`,
    action: 'Call or write before they cancel: ask what is in the way, and what would bring them back this week.',
    segment_name: 'Members not seen for two weeks',
    money_per_year: lift * amount,
    reckoning: `Assumes that one in ten is kept by it, of the ${words.money(Math.round(amount))} a year that they pay. A model of who leaves, under Predictions, says of each how likely that is.`,
  }),
});
