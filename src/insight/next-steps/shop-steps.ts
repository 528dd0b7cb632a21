import type { NextStep } from '../../contract/index.ts';
import { day, instant } from '../../core/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import type { InsightContext } from '../base/context.ts';
import { counted, share } from '../report/words.ts';
import { lift } from './step.ts';

/** Steps that are about the shop rather than about a group of customers whom one could write to. */
export async function shopSteps(context: InsightContext): Promise<readonly NextStep[]> {
  const found = [await unattributed(context), await returned(context)];
  return found.flatMap((step) => (step === undefined ? [] : [step]));
}

/** Orders that nobody is known to have made, where they are two in a hundred of the money or more. */
async function unattributed({ warehouse, at, words }: InsightContext): Promise<NextStep | undefined> {
  const row = await warehouse.row<{ orders: number; revenue: number; part: number | null }>(
    sql`select count(*) filter (profile is null)::INTEGER as orders, coalesce(sum(total) filter (profile is null), 0)::DOUBLE as revenue, (sum(total) filter (profile is null) / nullif(sum(total), 0))::DOUBLE as part
        from orders where counts and not is_return and ordered_at > ${timestamp(instant(at - 365 * day))} and ordered_at <= ${timestamp(at)}`,
  );
  if (row === undefined || (row.part ?? 0) < 0.02) return undefined;
  return {
    title: `Find out who is behind ${counted(row.orders, 'order')}`,
    why: `${words.money(Math.round(row.revenue))} of the last 12 months (${share(row.part ?? 0)}) came from orders without a customer.`,
    action: 'Ask for an e-mail address at the till, and check whether your shop lets people order as guests.',
    money_per_year: lift * row.revenue,
    reckoning: 'Assumes that one in ten of these buyers, once known, buys as much again.',
    people: 0,
  };
}

/** The product that loses most to returns, where that is out of the ordinary. */
async function returned({ warehouse, at, words }: InsightContext): Promise<NextStep | undefined> {
  const row = await warehouse.row<{ name: string; back: number; part: number; people: number }>(
    sql`with sold as (select coalesce(name, product_id) as name, is_return, abs(coalesce(total, price * quantity, 0)) as total, profile from items
                      where counts and ordered_at > ${timestamp(instant(at - 365 * day))} and ordered_at <= ${timestamp(at)}),
        per as (select name, sum(total) filter (is_return)::DOUBLE as back, sum(total) filter (not is_return)::DOUBLE as brought, count(distinct profile) filter (is_return)::INTEGER as people
                from sold where name is not null group by name)
        select name, back, back / brought as part, people from per where brought > 0 and people >= 3 and back between 0.15 * brought and brought order by back desc, name limit 1`,
  );
  if (row === undefined) return undefined;
  return {
    title: `Look at why ${row.name} comes back`,
    why: `${share(row.part)} of what it sold for in the last 12 months was returned, by ${counted(row.people, 'customer')}.`,
    action: 'Read the reasons given; a better picture or size guide often halves it.',
    money_per_year: row.back / 2,
    reckoning: `Half of the ${words.money(Math.round(row.back))} that came back.`,
    people: row.people,
  };
}
