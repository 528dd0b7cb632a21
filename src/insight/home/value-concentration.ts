import type { ValueConcentrationAnswer } from '../../contract/schemas.ts';
import { join, sql } from '../../sql/index.ts';
import { all, attribute, quietFor, text } from '../base/conditions.ts';
import type { InsightContext } from '../base/context.ts';
import { quietAfter } from '../base/quiet.ts';
import { counted, share } from '../report/words.ts';

const tops = [0.01, 0.05, 0.1, 0.2] as const;
const fewest = 5;

type Bucket = { readonly bucket: number; readonly people: number; readonly revenue: number; readonly weighted: number } & Readonly<
  Record<`top${number}`, number | null>
>;
type Top = { readonly people: number; readonly revenue: number; readonly quiet: number; readonly quietRevenue: number };

/**
 * How revenue is spread over those who ordered: Lorenz curve at every percent, Gini, what the top 1, 5, 10 and 20% bring, and how many of
 * them have gone quiet. More returned than bought counts as nothing spent. Gini as Σ(2i − n − 1)x / (n Σx) over spending sorted upwards.
 */
export async function valueConcentration(context: InsightContext): Promise<ValueConcentrationAnswer> {
  const { warehouse, features, asOf } = context;
  const limits = tops.map((top, index) => sql`min(spent) filter (n - place < ceil(n * ${top})) as ${limitName(index)}`);
  const buckets = await warehouse.rows<Bucket>(sql`
    with ranked as (select greatest(total_spent, 0)::DOUBLE as spent, row_number() over (order by total_spent) as place, count(*) over () as n
      from ${features} where orders_count > 0)
    select ceil(place * 100.0 / n)::INTEGER as bucket, count(*)::INTEGER as people, sum(spent) as revenue, sum((2 * place - n - 1) * spent) as weighted, ${join(limits)}
    from ranked group by bucket order by bucket`);
  const buyers = buckets.reduce((sum, { people }) => sum + people, 0);
  const revenue = buckets.reduce((sum, bucket) => sum + bucket.revenue, 0);
  const weighted = buckets.reduce((sum, bucket) => sum + bucket.weighted, 0);
  const days = await quietAfter(context);
  const found = buyers < fewest || revenue <= 0 ? [] : await topsOf(context, buckets, days, revenue);
  return {
    as_of: asOf,
    sentence: sentenceOf(found, buyers, days),
    how: `Total spent per customer who ordered, net of returns. Gone quiet: no order for more than ${days} days; four in five returning customers come back sooner.`,
    buyers,
    revenue,
    gini: buyers < fewest || revenue <= 0 ? null : weighted / (buyers * revenue),
    curve: curveOf(buckets, buyers, revenue),
    tops: found,
  };
}

const limitName = (index: number) => sqlName[index] ?? sql`top0`;
const sqlName = [sql`top0`, sql`top1`, sql`top2`, sql`top3`];

async function topsOf(
  { warehouse, features }: InsightContext,
  buckets: readonly Bucket[],
  days: number,
  revenue: number,
): Promise<ValueConcentrationAnswer['tops']> {
  const limits = tops.map((_, index) => Math.min(...buckets.flatMap((bucket) => bucket[`top${index}`] ?? [])));
  const each = limits.map(
    (limit, place) => sql`
    select ${place}::INTEGER as place, count(*)::INTEGER as people, sum(greatest(total_spent, 0))::DOUBLE as revenue, count(*) filter (days_since_last_order > ${days})::INTEGER as quiet,
      coalesce(sum(greatest(total_spent, 0)) filter (days_since_last_order > ${days}), 0)::DOUBLE as "quietRevenue"
    from ${features} where orders_count > 0 and total_spent::DOUBLE >= ${limit}`,
  );
  const rows = await warehouse.rows<Top & { place: number }>(sql`${join(each, ' union all ')} order by place`);
  return rows.map(({ place, people, revenue: brought, quiet, quietRevenue }) => {
    const limit = limits[place] ?? 0;
    const them = [attribute('orders_count', '>=', 1), attribute('total_spent', '>=', limit)];
    return {
      top: tops[place] ?? 0,
      revenue: brought,
      revenue_share: brought / revenue,
      at_least: limit,
      quiet: { after_days: days, revenue: quietRevenue, people: quiet, expression: text(all(...them, quietFor('>', days))) },
      people,
      expression: text(all(...them)),
    };
  });
}

function curveOf(buckets: readonly Bucket[], buyers: number, revenue: number): ValueConcentrationAnswer['curve'] {
  if (buyers === 0 || revenue <= 0) return [];
  const points = [{ people_share: 0, revenue_share: 0 }];
  let people = 0;
  let brought = 0;
  for (const bucket of buckets) {
    people += bucket.people;
    brought += bucket.revenue;
    points.push({ people_share: people / buyers, revenue_share: Math.min(1, brought / revenue) });
  }
  return points;
}

/** The top tenth, or the smallest top with five people, is what the sentence speaks of. */
function sentenceOf(found: ValueConcentrationAnswer['tops'], buyers: number, days: number): string {
  const top = found.find(({ top: part, people }) => part === 0.1 && people >= fewest) ?? found.at(-1);
  if (top === undefined) return buyers === 0 ? 'Nobody has ordered yet.' : 'Too few customers have ordered to tell how their value is spread.';
  const quiet = top.quiet.people;
  const all = quiet === top.people ? 'all of them have' : `${quiet} of them have`;
  const some = quiet === 0 ? 'none of them has' : quiet === 1 ? 'one of them has' : all;
  const gone = top.people === 1 ? `, who has ${quiet === 1 ? '' : 'not '}gone quiet` : `; ${some} gone quiet`;
  return `${share(top.revenue_share)} of what customers spent comes from ${counted(top.people, 'customer')}${gone} (no order for ${days} days).`;
}
