import { addCalendar, day, instant } from '../../core/index.ts';
import { ident, sql, timestamp } from '../../sql/index.ts';
import { all, attribute, facts, known, lastDays, none, some, text, unknown } from '../base/conditions.ts';
import { countingUpTo, type InsightContext } from '../base/context.ts';
import { productAffinity } from '../goods/affinity.ts';
import { counted, share } from '../report/words.ts';
import { lift, type Step } from './step.ts';

/** Good customers who hardly buy without a discount, and customers who send much back: one pass over the orders of a year. */
export async function discountsAndReturns(context: InsightContext): Promise<readonly Step[]> {
  const { warehouse, features, words, at, workspace } = context;
  const habit = sql`f.discount_share >= 0.8 and f.orders_count >= 3 and f.value_tier in ('high', 'medium')`;
  const back = sql`f.return_share >= 0.3 and f.returns_count >= 2`;
  const row = await warehouse.row<{ habit: number; back: number; discount: number; returned: number }>(sql`
    select (select count(*) from ${features} f where ${habit})::INTEGER as habit, (select count(*) from ${features} f where ${back})::INTEGER as back,
      coalesce(sum(o.discount) filter (not o.is_return and ${habit}), 0)::DOUBLE as discount, coalesce(-sum(o.total) filter (o.is_return and ${back}), 0)::DOUBLE as returned
    from (select profile, discount, total, is_return from orders where ${countingUpTo(context)} and ordered_at > ${timestamp(addCalendar(at, workspace.zone, { years: -1 }))} and (is_return or discount > 0)) o
    join ${features} f using (profile)`);
  if (row === undefined) return [];
  const discounts: Step = {
    kind: 'discount_habit',
    title: `${counted(row.habit, 'good customer')} hardly ${row.habit === 1 ? 'buys' : 'buy'} without a discount`,
    why: `At least four in five of their orders carried one${row.discount > 0 ? `: ${words.money(Math.round(row.discount))} given away in 12 months` : ''}.`,
    action: 'Try early access, free delivery or a gift instead, with a part of them first.',
    segment_name: 'Buys with discounts',
    money_per_year: row.discount > 0 ? row.discount / 2 : null,
    reckoning:
      row.discount > 0 ? 'Half of the discounts they were given in the last 12 months.' : 'No amount: the orders do not say how large the discounts were.',
    people: row.habit,
    expression: text(all(attribute('discount_share', '>=', 0.8), attribute('orders_count', '>=', 3), attribute('value_tier', 'in', 'high', 'medium'))),
  };
  const returns: Step = {
    kind: 'many_returns',
    title: `${counted(row.back, 'customer')} ${row.back === 1 ? 'sends' : 'send'} back much of what they buy`,
    why: `At least three tenths of their money went back, ${words.money(Math.round(row.returned))} of it in the last 12 months.`,
    action: 'Ask for the reason with every return; a better picture or size guide often halves it.',
    segment_name: 'Returns a lot',
    money_per_year: row.returned / 2,
    reckoning: 'Half of what came back from them in the last 12 months.',
    people: row.back,
    expression: text(all(attribute('return_share', '>=', 0.3), attribute('returns_count', '>=', 2))),
  };
  return [discounts, returns];
}

/** Customers with an e-mail address and no word on marketing by e-mail. */
export async function consentUnknown({ warehouse, features, words }: InsightContext): Promise<readonly Step[]> {
  const columns = await warehouse.rows<{ name: string; column: string; type: string }>(
    sql`select name, "column", type from trait_columns where name in ('email', 'accepts_email')`,
  );
  const email = columns.find(({ name, type }) => name === 'email' && type === 'text');
  const consent = columns.find(({ name, type }) => name === 'accepts_email' && type === 'boolean');
  if (email === undefined) return [];
  const unasked = consent === undefined ? sql`true` : sql`a.${ident(consent.column)} is null`;
  const row = await warehouse.row<{ people: number; spent: number }>(sql`
    select count(*)::INTEGER as people, coalesce(sum(f.spent_last_12_months), 0)::DOUBLE as spent
    from attributes a join ${features} f using (profile) where nullif(trim(a.${ident(email.column)}), '') is not null and ${unasked}`);
  const people = row?.people ?? 0;
  const spent = row?.spent ?? 0;
  return [
    {
      kind: 'consent_unknown',
      title: `${counted(people, 'address', 'addresses')} can not be mailed: consent unknown`,
      why: `You have their address and no word on marketing. They spent ${words.money(Math.round(spent))} in the last 12 months.`,
      action: 'Ask at the next order or at the till; until then, send only what belongs to an order.',
      segment_name: 'Consent unknown',
      money_per_year: (lift * spent) / 2,
      reckoning: 'Assumes that half of them agree and that one in ten of those spends as much again.',
      people,
      expression: text(consent === undefined ? known('email') : all(known('email'), unknown('accepts_email'))),
    },
  ];
}

const fortnight = 14;

/** Customers who put something into the cart in the last two weeks and have not ordered since. */
export async function fullCarts({ warehouse, features, words, at }: InsightContext): Promise<readonly Step[]> {
  const since = timestamp(instant(at - fortnight * day));
  const row = await warehouse.row<{ people: number; usual: number | null }>(sql`
    with carts as (select distinct profile from events where name = 'Product Added' and profile is not null and occurred_at > ${since} and occurred_at <= ${timestamp(at)})
    select count(*)::INTEGER as people, (select median(average_order_value) from ${features}) as usual
    from carts join ${features} f using (profile) where f.last_order_at is null or f.last_order_at <= ${since}`);
  if (row === undefined || row.people === 0) return [];
  const usual = row.usual ?? 0;
  return [
    {
      kind: 'full_cart',
      title: `${counted(row.people, 'customer')} left a full cart`,
      why: 'In the last two weeks they chose something, and have not ordered since.',
      action: 'Send one friendly reminder within two days; look at delivery cost and payment if many stop at the same step.',
      segment_name: 'Left a full cart',
      money_per_year: lift * row.people * usual * 26,
      reckoning: `Assumes that one in ten completes an order of the usual ${words.money(Math.round(usual))}, every fortnight of the year.`,
      people: row.people,
      expression: text(all(some(facts({ event: 'Product Added' }, { window: lastDays(fortnight) })), none(facts('orders', { window: lastDays(fortnight) })))),
    },
  ];
}

/** Those who know one category only, where many who buy it buy another as well: the category with most to gain. */
export async function oneCategory(context: InsightContext): Promise<readonly Step[]> {
  const { pairs } = await productAffinity(context, { level: 'category', within: 'customer', limit: 200 });
  const rules = pairs.flatMap(({ a, b, a_name, b_name, confidence, confidence_back }) => [
    { from: a, fromName: a_name, toName: b_name, confidence },
    { from: b, fromName: b_name, toName: a_name, confidence: confidence_back },
  ]);
  const loners = await context.warehouse.rows<{ key: string; people: number; usual: number | null }>(sql`
    select lower(trim(favourite_category)) as key, count(*)::INTEGER as people, avg(average_order_value) as usual
    from ${context.features} where distinct_categories = 1 and favourite_category is not null group by key order by people desc, key limit 50`);
  const chances = loners.flatMap((loner) => {
    const rule = rules.filter(({ from }) => from === loner.key).toSorted((x, y) => y.confidence - x.confidence)[0];
    return rule === undefined ? [] : [{ ...loner, ...rule }];
  });
  const best = chances.toSorted((x, y) => y.people * y.confidence - x.people * x.confidence)[0];
  if (best === undefined) return [];
  const usual = best.usual ?? 0;
  return [
    {
      kind: 'one_category',
      title: `${counted(best.people, 'customer')} ${best.people === 1 ? 'buys' : 'buy'} ${best.fromName} and nothing else`,
      why: `${share(best.confidence)} of all who buy ${best.fromName} also buy ${best.toName}.`,
      action: `Show them ${best.toName} beside what they know.`,
      segment_name: `Only ${best.fromName}`,
      money_per_year: lift * best.people * best.confidence * usual,
      reckoning: `Assumes that of the ${share(best.confidence)} who would take to it, one in ten orders once, at their usual ${context.words.money(Math.round(usual))}.`,
      people: best.people,
      expression: text(all(attribute('distinct_categories', '=', 1), attribute('favourite_category', '=', best.fromName.trim()))),
    },
  ];
}
