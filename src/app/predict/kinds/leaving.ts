import type { Instant } from '../../../core/index.ts';
import { endedSaid } from '../../../insight/index.ts';
import type { ClassifierTask } from '../../../predict/index.ts';
import { endedThing, type Membership } from '../../../profiles/index.ts';
import { sql, timestamp } from '../../../sql/index.ts';
import type { Warehouse } from '../../../warehouse/index.ts';

/** Days that are asked of, the soonest of which so many left on average over the last year: fewer would teach little, and the further off the less a sign of today tells. */
const choices = [30, 60] as const;
const most = 90;
const enough = 20;

/**
 * Who of the members will have ended it by the end of so many days and begun none anew: what a shop that lives by memberships calls churn. Orders are charges there: they go on until somebody leaves, and their pauses are those of a plan.
 * Members are those who began and those who were charged within a year, as long as they have not ended it.
 */
export async function leavingTask(warehouse: Warehouse, membership: Membership, at: Instant, days: number | null): Promise<ClassifierTask> {
  const ended = endedSaid(membership);
  return {
    outcome: ended,
    among: `(count(${JSON.stringify(membership.begins)}) >= 1 or count(orders in last 12 months) >= 1) and not (${ended})`,
    horizonDays: days ?? (await daysToLeave(warehouse, membership, at)),
    ends: membership.ends,
    events: 'of-the-shop',
  };
}

async function daysToLeave(warehouse: Warehouse, { ends }: Membership, at: Instant): Promise<number> {
  const found = await warehouse.row<{ left: number; days: number }>(sql`
    select count(*)::INTEGER as "left", greatest(30, least(365, date_diff('day', min(occurred_at), ${timestamp(at)})))::INTEGER as days
    from events where profile is not null and name = ${ends} and occurred_at <= ${timestamp(at)} and occurred_at > ${timestamp(at)} - interval 365 days`);
  return choices.find((days) => found !== undefined && found.left * days >= enough * found.days) ?? most;
}

/** What is said of the question, in words of what it is that ends. */
export const leavingSaid = (ends: string, days: number) => ({
  title: `Who will end their ${endedThing(ends)}`,
  question: `Who, of all who have a ${endedThing(ends)}, will have ended it in ${days} days?`,
  label: `probability of ending their ${endedThing(ends)}`,
  meaning: `Probability that the ${endedThing(ends)} has ended within ${days} days, and none begun anew.`,
  limits: ['Somebody who leaves and begins anew within that time counts as having stayed.'],
});
