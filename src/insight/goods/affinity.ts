import type { ProductAffinityAnswer } from '../../contract/schemas.ts';
import { type Fragment, sql } from '../../sql/index.ts';
import { wilsonInterval } from '../../stats/index.ts';
import { all, facts, none, some, text } from '../base/conditions.ts';
import type { InsightContext } from '../base/context.ts';
import { count, share } from '../report/words.ts';
import { type Good, type Level, levelOf, lineIs, linesOf, namesOf } from './goods.ts';

export type AffinityRequest = { readonly level?: Level | undefined; readonly within: 'customer' | 'order'; readonly limit: number };

/** Pairs are formed among this many of the goods sold most often, so that their number does not grow with the catalogue; a basket's goods fit one word of bits. */
const mostGoods = 60;

type Item = Good & { readonly code: number; readonly name: string; readonly people: number; readonly baskets: number };
type Pair = { readonly a: number; readonly b: number; readonly baskets: number };

/**
 * What is bought together: support, confidence and lift (Agrawal et al., SIGMOD 1993; Brin et al., SIGMOD 1997) of pairs, over customers or
 * over orders. Returned lines do not take a purchase back.
 */
export async function productAffinity(context: InsightContext, { level: named, within, limit }: AffinityRequest): Promise<ProductAffinityAnswer> {
  const level = named ?? (await levelOf(context));
  const goods = await stageGoods(context, level);
  const people = await countTogether(context, level, sql`profile`);
  const baskets = within === 'customer' ? people : await countTogether(context, level, sql`source || chr(31) || order_id`);
  await context.warehouse.run(sql`drop table insight_goods`);
  const items = goods.map((good): Item => ({ ...good, people: people.of(good.code, good.code), baskets: baskets.of(good.code, good.code) }));
  const pairs = items
    .flatMap((a, index) => items.slice(index + 1).map((b) => [a, b] as const))
    .filter(([a, b]) => baskets.of(a.code, b.code) >= fewest(baskets.total))
    .map(([one, other]) => pairOf(one, other, baskets, people, level))
    .toSorted((a, b) => surely(b) - surely(a) || b.lift - a.lift || b.baskets - a.baskets || a.a.localeCompare(b.a) || a.b.localeCompare(b.b))
    .slice(0, limit);
  return {
    as_of: context.asOf,
    sentence: sentenceOf(pairs, within),
    how: `Among the ${items.length} ${level === 'category' ? 'categories' : 'products'} sold most often; ${within === 'customer' ? 'bought by the same customer at any time' : 'in the same order'}. Lift: how many times more often than if the two had nothing to do with each other.`,
    level,
    within,
    baskets: baskets.total,
    items: items.map((item) => ({
      key: item.key,
      name: item.name,
      baskets: item.baskets,
      people: item.people,
      expression: text(some(facts('items', { where: lineIs(level, item) }))),
    })),
    pairs,
  };
}

/** Fewer baskets than this are chance: two, or one in five hundred. */
const fewest = (total: number): number => Math.max(2, Math.ceil(total / 500));

async function stageGoods(context: InsightContext, level: Level): Promise<readonly (Good & { readonly code: number; readonly name: string })[]> {
  await context.warehouse.run(sql`create or replace temp table insight_goods as
    with lines as materialized (select * from (${linesOf(context, level, sql`0 as nothing`)}) where key is not null and not is_return),
      most as (
        select key, max(written) as written, count(*) as sold, count(*) filter (identified)::INTEGER as identified, count(*) filter (not identified)::INTEGER as named
        from lines group by key order by sold desc, key limit ${mostGoods}),
      names as (${namesOf(sql`(select * from lines where key in (select key from most))`)})
    select row_number() over (order by sold desc, key)::INTEGER - 1 as code, * from most join names using (key)`);
  return context.warehouse.rows(sql`select code, key, written, name, identified, named from insight_goods order by code`);
}

type Together = { readonly total: number /** Baskets with both; of one and the same code, baskets with it. */; readonly of: (a: number, b: number) => number };

/** Each basket's goods as bits; equal sets are counted as one, so that pairs are formed among different sets alone. */
async function countTogether(context: InsightContext, level: Level, basket: Fragment): Promise<Together> {
  await context.warehouse.run(sql`create or replace temp table insight_sets as
    select goods, count(*) as baskets from (
      select l.basket, bit_or(case when g.code is null then 0::UBIGINT else 1::UBIGINT << g.code end) as goods
      from (${linesOf(context, level, sql`${basket} as basket`)}) l left join insight_goods g using (key)
      where l.basket is not null and l.key is not null and not l.is_return group by l.basket) group by goods`);
  const total = await context.warehouse.row<{ total: number }>(sql`select coalesce(sum(baskets), 0)::INTEGER as total from insight_sets`);
  const pairs = await context.warehouse.rows<Pair>(sql`
    with held as (select s.goods, s.baskets, g.code from insight_sets s join insight_goods g on (s.goods >> g.code) & 1 = 1)
    select a.code as a, b.code as b, sum(a.baskets)::INTEGER as baskets from held a join held b on a.goods = b.goods and a.code <= b.code group by a.code, b.code`);
  await context.warehouse.run(sql`drop table insight_sets`);
  const counts = new Map(pairs.map(({ a, b, baskets }) => [`${a} ${b}`, baskets]));
  return { total: total?.total ?? 0, of: (a, b) => counts.get(a <= b ? `${a} ${b}` : `${b} ${a}`) ?? 0 };
}

function pairOf(one: Item, other: Item, baskets: Together, people: Together, level: Level): ProductAffinityAnswer['pairs'][number] {
  // Read from the rarer to the more frequent, where the rule says more.
  const [a, b] = one.baskets <= other.baskets ? [one, other] : [other, one];
  const both = baskets.of(a.code, b.code);
  const bought = people.of(a.code, b.code);
  const hasA = facts('items', { where: lineIs(level, a) });
  const hasB = facts('items', { where: lineIs(level, b) });
  return {
    a: a.key,
    b: b.key,
    a_name: a.name,
    b_name: b.name,
    baskets: both,
    support: both / baskets.total,
    confidence: both / a.baskets,
    confidence_back: both / b.baskets,
    lift: (both * baskets.total) / (a.baskets * b.baskets),
    people: bought,
    expression: text(all(some(hasA), some(hasB))),
    not_yet: { people: a.people - bought, expression: text(all(some(hasA), none(hasB))) },
  };
}

/** How many times more often than usual, at the least: by the lower end of the interval of the share (Wilson, 95%). Few customers are no sure thing, however many of them. */
function surely({ baskets, confidence, lift }: ProductAffinityAnswer['pairs'][number]): number {
  const { low } = wilsonInterval(baskets, Math.round(baskets / confidence));
  return (low * lift) / confidence;
}

/** Of fewer customers, or of no more than chance can explain, nothing is said first. */
const fewestTold = 10;

function sentenceOf(pairs: ProductAffinityAnswer['pairs'], within: 'customer' | 'order'): string {
  if (pairs.length === 0) return 'Too few customers bought more than one thing to tell what goes together.';
  const first = pairs.find((pair) => pair.baskets >= fewestTold && surely(pair) > 1);
  if (first === undefined) return 'Nothing goes together that is sure: of every pair there are too few, or no more than chance can explain.';
  const [both, all] = [first.baskets, Math.round(first.baskets / first.confidence)].map((number) => number.toLocaleString('en-GB'));
  const who = within === 'customer' ? 'customers who bought' : 'orders with';
  return `${both} of ${all} ${who} ${first.a_name} also ${within === 'customer' ? 'bought' : 'have'} ${first.b_name} (${share(first.confidence)}), ${first.lift.toFixed(1)} times as often as usual; ${count(first.not_yet.people)} have not yet.`;
}
