import type { Goal, NextStepKind, NextStepsAnswer } from '../../contract/schemas.ts';
import { day, type Instant, localDate, writtenDate } from '../../core/index.ts';
import { join, sql } from '../../sql/index.ts';
import type { Condition } from '../../language/index.ts';
import { endedBy, livesByMemberships } from '../../profiles/index.ts';
import { all, not, text } from '../base/conditions.ts';
import { type InsightContext, ordersUpTo } from '../base/context.ts';
import { hasEnded } from '../base/ended.ts';
import { quietAfter } from '../base/quiet.ts';
import { featureSteps } from './feature-steps.ts';
import { secondOrders } from './habits.ts';
import { consentUnknown, discountsAndReturns, fullCarts, oneCategory } from './other-steps.ts';
import { memberStep, mayLeave, ofOrders } from './member-steps.ts';
import type { FeatureStep, Step } from './step.ts';

/** Steps that serve a goal count this many times. */
const weight = 5;
const serves: Readonly<Record<Goal, readonly NextStepKind[]>> = Object.freeze({
  repeat_sales: ['second_order_due', 'no_second_order', 'one_category', 'full_cart'],
  fewer_lost: ['members_leaving', 'best_gone_quiet', 'slipping_regulars', 'no_second_order'],
  better_mailing: ['consent_unknown', 'unread_mail', 'discount_habit'],
  more_new: ['full_cart', 'consent_unknown', 'second_order_due'],
  higher_value: ['near_top_tier', 'one_category', 'discount_habit', 'many_returns'],
  understand: [],
});

/**
 * What to do next, most money first; steps that serve the goal weigh five times, and a step without an amount counts as one unit of money for
 * each of its people. Amounts are rules of thumb, each printed with its step; people may stand in several steps.
 */
export async function nextSteps(context: InsightContext, goal: Goal): Promise<NextStepsAnswer> {
  const quiet = await quietAfter(context);
  const steps = [
    ...(await fromFeatures(context, featureSteps(context, quiet, await secondOrders(context), await valueIsForetold(context)))),
    ...(await discountsAndReturns(context)),
    ...(await consentUnknown(context)),
    ...(await fullCarts(context)),
    ...(await oneCategory(context)),
  ].filter(isWorthAnything);
  const rank = ({ kind, money_per_year, people }: Step): number => (money_per_year ?? people) * (serves[goal].includes(kind) ? weight : 1);
  const ranked = steps.toSorted((a, b) => rank(b) - rank(a) || a.kind.localeCompare(b.kind));
  return {
    as_of: context.asOf,
    sentence: ranked[0] === undefined ? await whyNone(context) : `${ranked[0].title}.`,
    how: 'Each step is a group of customers with an amount by the rule beside it; most money first, those that serve your goal count five times.',
    goal,
    steps: ranked,
  };
}

/** A step with nobody in it, or with an amount that is none, is no advice. One without an amount has other reasons. */
const isWorthAnything = ({ people, money_per_year }: Step): boolean => people > 0 && (money_per_year === null || Math.round(money_per_year) > 0);

/** Whether a value model acts: then its traits stand beside the features. */
async function valueIsForetold({ warehouse, featuresTable }: InsightContext): Promise<boolean> {
  const found = await warehouse.row(sql`select 1 from duckdb_columns() where table_name = ${featuresTable} and column_name = 'predicted_at_stake' limit 1`);
  return found !== undefined;
}

/** Where customers are members, who may leave is told of instead of rhythms of orders; who has ended it is told of in none. */
async function fromFeatures(context: InsightContext, usual: readonly FeatureStep[]): Promise<readonly Step[]> {
  const { warehouse, features, featuresTable, at } = context;
  const membership = await livesByMemberships(warehouse, at);
  const steps =
    membership === undefined
      ? usual
      : [memberStep(context, await mayLeave(warehouse, featuresTable, await valueIsForetold(context))), ...usual.filter(({ kind }) => !ofOrders.has(kind))];
  const there = membership === undefined ? sql`true` : sql`f.profile not in (${endedBy(membership, at)})`;
  const each = steps.map(
    ({ where, amount }, place) =>
      sql`select ${place}::INTEGER as place, count(*)::INTEGER as people, coalesce(sum(${amount}), 0)::DOUBLE as amount,
        coalesce(min(f.days_since_last_order), 0)::INTEGER as least, coalesce(max(f.days_since_last_order), 0)::INTEGER as most from ${features} f where ${where} and ${there}`,
  );
  const rows = await warehouse.rows<{ place: number; people: number; amount: number; least: number; most: number }>(
    sql`${join(each, ' union all ')} order by place`,
  );
  return rows.flatMap(({ place, people, amount, least, most }): readonly Step[] => {
    const step = steps[place];
    if (step === undefined) return [];
    const expression = membership === undefined ? step.expression : both(step.expression, not(hasEnded(membership)));
    return [{ kind: step.kind, people, expression: text(expression), ...step.words(people, amount, { least, most }) }];
  });
}

const both = (one: Condition, other: Condition): Condition => (one.kind === 'all' ? all(...one.of, other) : all(one, other));

/** Why nothing is suggested: there is nothing to learn from, or it ended long ago, or all is well. */
async function whyNone(context: InsightContext): Promise<string> {
  const newest = await context.warehouse.row<{ last: Instant | null }>(sql`select max(ordered_at) as last from orders where ${ordersUpTo(context)}`);
  const last = newest?.last ?? null;
  if (last === null) return 'There is nothing to suggest yet: import orders first.';
  const ended = context.at - last > 365 * day;
  return ended
    ? `There is nothing to suggest: the newest order is of ${writtenDate(localDate(last, context.workspace.zone))}, and what was due then is long past.`
    : 'There is nothing to suggest now.';
}
