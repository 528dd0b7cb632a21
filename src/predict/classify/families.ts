import { buyerColumn, rhythmColumn } from './buyer-name.ts';
import { type Looked, numberIn } from './say/looked.ts';
import { isOdd } from './say/odd.ts';
import { isAsUsual } from './say/reason.ts';

/** What one column adds to a customer's score. */
export type Added = { readonly column: string; readonly contribution: number };
/** What a family adds, and the member that it is told by. */
export type Told = { readonly column: string; readonly effect: number };

/** Less than this share of the largest is not worth a sentence. */
const worthSaying = 0.1;
/** Members of which less than this part is left where they are added up speak against each other: together they say nothing. */
const leftOver = 0.25;
/** A member that adds less than this part of what the strongest adds does not stand for all of them. */
const speaksForAll = 1 / 3;

const silence = 'how long ago they ordered, came or were heard of';
const orders = 'how often they order';
const visits = 'how often they come';

/** Columns that an owner takes for the same thing. Whatever is in none of them stands for itself. */
const families: Readonly<Record<string, readonly string[]>> = {
  [silence]: [
    'last_visit_at',
    'last_seen_at',
    'last_event_at',
    'last_order_at',
    'days_since_last_order',
    'expected_next_order_at',
    'rfm.r',
    rhythmColumn,
    buyerColumn,
  ],
  [orders]: ['orders_count', 'orders_last_12_months', 'rfm.f', 'items_count', 'mean_days_between_orders', 'median_days_between_orders'],
  [visits]: ['visits_30d', 'visits_90d', 'events_count', 'engagement_level'],
  'what they spend': ['total_spent', 'spent_last_12_months', 'rfm.m', 'value_tier'],
  'since when they are known': ['first_seen_at', 'first_order_at', 'days_since_first_order', 'signed_up_at', 'member_since', 'joined_at', 'registered_at'],
  'how much of different kinds they buy': ['distinct_products', 'distinct_categories'],
  'what they do with e-mails': ['emails_delivered_90d', 'emails_opened_90d', 'emails_clicked_90d'],
  'how they rate': ['average_rating', 'last_rating'],
  'what they send back': ['returns_count', 'return_share'],
};
const familyNames = new Map(Object.entries(families).flatMap(([family, columns]) => columns.map((column) => [column, family] as const)));

/**
 * What is worth telling of one customer's score, what weighs most first. Columns of nearly the same meaning share what they add in whatever way the model happened to find, often one against the other (last seen 2 days ago for it, last event 2 days
 * ago against it); only their sum means anything. So each family adds up, and is told by the strongest of the members that pull its way, of those in which the customer is not as most are and whose direction one would expect, if there is one
 * that adds about as much. A family whose members cancel out is not told, nor one in which the customer is as most are, if there is anything else to tell.
 */
export function tellFamilies(added: readonly Added[], looked: Looked): readonly Told[] {
  const families = [...Map.groupBy(added, ({ column }) => familyOf(column, looked)).values()];
  const sums = families.flatMap((members) => tellFamily(members, looked)).toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
  const most = Math.abs(sums[0]?.effect ?? 0);
  const felt = sums.filter(({ effect }) => Math.abs(effect) >= worthSaying * most);
  const telling = felt.filter(({ column }) => !isAsUsual(column, looked));
  return telling.length === 0 ? felt : telling;
}

function tellFamily(members: readonly Added[], looked: Looked): readonly Told[] {
  const effect = members.reduce((sum, { contribution }) => sum + contribution, 0);
  const all = members.reduce((sum, { contribution }) => sum + Math.abs(contribution), 0);
  if (all === 0 || Math.abs(effect) < leftOver * all) return [];
  const agreeing = members.filter(({ contribution }) => contribution * effect > 0).toSorted((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  const least = speaksForAll * Math.abs(agreeing[0]?.contribution ?? 0);
  const uncommon = agreeing.filter(({ column, contribution }) => Math.abs(contribution) >= least && !isAsUsual(column, looked));
  const told = uncommon.find(({ column }) => !isOdd(column, effect, looked)) ?? uncommon[0] ?? agreeing[0];
  return told === undefined ? [] : [{ column: told.column, effect }];
}

/** Nobody who came in 30 days: that is how long they have been away. Of whoever ordered once, all that goes by a pause between orders says that it was once. */
function familyOf(column: string, { table, row }: Looked): string {
  const family = familyNames.get(column) ?? column;
  if (family === visits && numberIn(table, 'visits_30d', row) === 0) return silence;
  if (column === rhythmColumn || column === 'expected_next_order_at') {
    const gap = numberIn(table, 'median_days_between_orders', row);
    if (gap !== undefined && !Number.isFinite(gap)) return orders;
  }
  return family;
}
