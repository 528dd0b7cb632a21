import type { NextStep, Slipping } from '../../contract/index.ts';
import { day, instant } from '../../core/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import { counted, share, type Words } from '../report/words.ts';
import { makeContactable } from '../scorecard/reach.ts';
import type { ReportContext } from './context.ts';

/** Of those whom a message reaches, how many it is assumed to bring: one in ten. Said wherever it is used. */
const lift = 0.1;

/**
 * What to do next in plain words, most money first. Every amount follows a rule that is printed with it; where money
 * can't be put on a thing, it stands last with none.
 */
export async function nextSteps(context: ReportContext, slipping: Slipping, words: Words): Promise<readonly NextStep[]> {
  const found = [
    slippingStep(slipping, words),
    await secondOrder(context, words),
    await cart(context, words),
    await consent(context, words),
    await unattributed(context, words),
    await discounts(context, words),
    await returns(context, words),
  ];
  return found.flatMap((step) => (step === undefined ? [] : [step])).sort((a, b) => b.money - a.money);
}

function slippingStep(slipping: Slipping, words: Words): NextStep | undefined {
  if (slipping.customers === 0) return undefined;
  const best =
    slipping.highValue === 0 ? '' : ` ${slipping.highValue === 1 ? 'One of them is' : `${slipping.highValue} of them are`} among your most valuable fifth.`;
  return {
    kind: 'slipping',
    title: `Write to ${counted(slipping.customers, 'regular')} who ${slipping.customers === 1 ? 'is' : 'are'} overdue`,
    why: `They have been quiet for more than one and a half times their usual gap.${best}`,
    advice: 'Ask how it is going before you offer anything; start with those at the top of the list under Slipping away.',
    money: slipping.perYear,
    rule: `is what these customers spent in the 12 months up to their last order: ${words.money(Math.round(slipping.perYear))} a year that stops if they stay away.`,
    people: slipping.customers,
    segment: null,
  };
}

/** One-time buyers who are about as far from their first order as those who came back were at their second. */
async function secondOrder({ warehouse, moment }: ReportContext, words: Words): Promise<NextStep | undefined> {
  const row = await warehouse.row<{ gap: number | null; early: number | null; late: number | null; value: number | null; people: number }>(
    sql`with numbered as (select profile, ordered_at, total, row_number() over (partition by profile order by ordered_at, order_id) as place from orders
                          where counts and not is_return and profile is not null and ordered_at <= ${timestamp(moment)} qualify place <= 2),
        second as (select epoch(max(ordered_at) - min(ordered_at)) / 86400 as gap, max_by(total, place)::DOUBLE as total from numbered group by profile having count(*) = 2),
        habit as (select quantile_cont(gap, 0.5) as gap, quantile_cont(gap, 0.25) as early, quantile_cont(gap, 0.75) as late, avg(total) as value from second having count(*) >= 20)
        select gap, early, late, value, (select count(*) from insight_features where orders_count = 1 and days_since_last_order between early and late)::INTEGER as people from habit`,
  );
  if (row === undefined || row.gap === null || row.value === null || row.people < 5) return undefined;
  return {
    kind: 'second-order',
    title: `Invite ${counted(row.people, 'first-time buyer')} to a second order`,
    why: `They are at the point where those who came back did so: half return within ${Math.round(row.gap)} days, most between ${Math.round(row.early ?? 0)} and ${Math.round(row.late ?? 0)}.`,
    advice: 'One message about what goes with their first order is enough.',
    money: lift * row.people * row.value,
    rule: `assumes that one in ten orders once more, at the ${words.money(Math.round(row.value))} an average second order brings here.`,
    people: row.people,
    segment: 'one-time-buyers',
  };
}

async function cart({ warehouse, moment }: ReportContext, words: Words): Promise<NextStep | undefined> {
  const fortnight = instant(moment - 14 * day);
  const row = await warehouse.row<{ people: number; aov: number | null }>(
    sql`with carts as (select distinct profile from events where name = 'Product Added' and profile is not null and occurred_at > ${timestamp(fortnight)} and occurred_at <= ${timestamp(moment)})
        select count(*)::INTEGER as people,
          (select median(total)::DOUBLE from orders where counts and not is_return and ordered_at > ${timestamp(instant(moment - 365 * day))} and ordered_at <= ${timestamp(moment)}) as aov
        from carts left join insight_features f using (profile) where f.last_order_at is null or f.last_order_at <= ${timestamp(fortnight)}`,
  );
  if (row === undefined || row.people < 3 || row.aov === null) return undefined;
  return {
    kind: 'cart',
    title: `Remind ${counted(row.people, 'customer')} of a full cart`,
    why: 'In the last two weeks they chose something, and have not ordered since.',
    advice: 'One friendly reminder within two days; look at delivery cost and payment if many stop at the same step.',
    money: lift * row.people * row.aov * 26,
    rule: `assumes that one in ten completes an order of the usual ${words.money(Math.round(row.aov))}, every fortnight of the year.`,
    people: row.people,
    segment: 'left-something-in-the-cart',
  };
}

async function consent({ warehouse }: ReportContext, words: Words): Promise<NextStep | undefined> {
  await makeContactable(warehouse);
  const row = await warehouse.row<{ people: number; spent: number }>(
    sql`select count(*)::INTEGER as people, coalesce(sum(f.spent_last_12_months), 0)::DOUBLE as spent from insight_contactable c join insight_features f using (profile) where c.unasked`,
  );
  if (row === undefined || row.people < 5) return undefined;
  return {
    kind: 'consent',
    title: `Ask ${counted(row.people, 'customer')} whether you may write`,
    why: `You have their address and no word on marketing. They spent ${words.money(Math.round(row.spent))} in the last 12 months.`,
    advice: 'Ask at the next order or at the till; until then, send only what belongs to an order.',
    money: (lift * row.spent) / 2,
    rule: 'assumes that half of them agree and that one in ten of those spends as much again.',
    people: row.people,
    segment: null,
  };
}

async function unattributed({ warehouse, moment }: ReportContext, words: Words): Promise<NextStep | undefined> {
  const row = await warehouse.row<{ orders: number; revenue: number; part: number | null }>(
    sql`select count(*) filter (profile is null)::INTEGER as orders, coalesce(sum(total) filter (profile is null), 0)::DOUBLE as revenue, (sum(total) filter (profile is null) / nullif(sum(total), 0))::DOUBLE as part
        from orders where counts and not is_return and ordered_at > ${timestamp(instant(moment - 365 * day))} and ordered_at <= ${timestamp(moment)}`,
  );
  if (row === undefined || (row.part ?? 0) < 0.02) return undefined;
  return {
    kind: 'unattributed',
    title: `Find out who is behind ${counted(row.orders, 'order')}`,
    why: `${words.money(Math.round(row.revenue))} of the last 12 months (${share(row.part ?? 0)}) came from orders without a customer.`,
    advice: 'Ask for an e-mail address at the till, and check whether your shop lets people order as guests.',
    money: lift * row.revenue,
    rule: 'assumes that one in ten of these buyers, once known, buys as much again.',
    people: 0,
    segment: null,
  };
}

async function discounts({ warehouse }: ReportContext, words: Words): Promise<NextStep | undefined> {
  const row = await warehouse.row<{ people: number; discount: number }>(
    sql`select count(distinct f.profile)::INTEGER as people, coalesce(sum(o.discount), 0)::DOUBLE as discount from insight_features f
        join orders o on o.profile = f.profile and o.counts and not o.is_return and o.ordered_at <= f.as_of and o.ordered_at > f.as_of - interval 365 days
        where f.discount_share >= 0.8 and f.orders_count >= 3 and f.value_tier in ('high', 'medium')`,
  );
  if (row === undefined || row.people < 5 || row.discount <= 0) return undefined;
  return {
    kind: 'discount',
    title: `Wean ${counted(row.people, 'good customer')} off discounts`,
    why: `At least four in five of their orders carried one: ${words.money(Math.round(row.discount))} given away in 12 months.`,
    advice: 'Try early access, free delivery or a gift instead, with a part of them first.',
    money: row.discount / 2,
    rule: 'is half of the discounts they were given in the last 12 months.',
    people: row.people,
    segment: 'buys-with-discounts',
  };
}

/** The product that loses most to returns, where that is out of the ordinary. */
async function returns({ warehouse, moment }: ReportContext, words: Words): Promise<NextStep | undefined> {
  const row = await warehouse.row<{ name: string; back: number; part: number; people: number }>(
    sql`with sold as (select coalesce(name, product_id) as name, is_return, abs(coalesce(total, price * quantity, 0)) as total, profile from items
                      where counts and ordered_at > ${timestamp(instant(moment - 365 * day))} and ordered_at <= ${timestamp(moment)}),
        per as (select name, sum(total) filter (is_return)::DOUBLE as back, sum(total) filter (not is_return)::DOUBLE as brought, count(distinct profile) filter (is_return)::INTEGER as people
                from sold where name is not null group by name)
        select name, back, back / brought as part, people from per where brought > 0 and people >= 3 and back between 0.15 * brought and brought order by back desc, name limit 1`,
  );
  if (row === undefined) return undefined;
  return {
    kind: 'returns',
    title: `Look at why ${row.name} comes back`,
    why: `${share(row.part)} of what it sold for in the last 12 months was returned, by ${counted(row.people, 'customer')}.`,
    advice: 'Read the reasons given; a better picture or size guide often halves it.',
    money: row.back / 2,
    rule: `is half of the ${words.money(Math.round(row.back))} that came back.`,
    people: row.people,
    segment: null,
  };
}
