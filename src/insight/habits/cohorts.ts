import type { CohortsAnswer } from '../../contract/schemas.ts';
import { type Instant, instant, localDate, startOfPeriod } from '../../core/index.ts';
import { type Fragment, sql, timestamp } from '../../sql/index.ts';
import { all, before, between, dated, facts, field, none, some, text } from '../base/conditions.ts';
import { type InsightContext, countingUpTo } from '../base/context.ts';
import { stepTable } from '../base/range.ts';
import { counted, periodName, share } from '../report/words.ts';

export type CohortRequest = { readonly by: 'month' | 'quarter'; readonly measure: CohortsAnswer['measure']; readonly category: string | undefined };

type Cell = { readonly started: number; readonly step: number; readonly people: number; readonly revenue: number; readonly orders: number };
type Period = { readonly starts: string; readonly ends: string; readonly complete: boolean };

const most = 24;

/**
 * Customers by the month or quarter of their first order (or their first with a category), and what became of them: who ordered, how often,
 * for how much in each period since. The newest 24 cohorts; orders count whatever is in them. One pass over the orders.
 */
export async function cohorts(context: InsightContext, { by, measure, category }: CohortRequest): Promise<CohortsAnswer> {
  const { at, warehouse, asOf } = context;
  const started =
    category === undefined
      ? sql`select profile, first_order_at as began from ${context.features} where first_order_at is not null`
      : firstWith(context, category);
  const span = await warehouse.row<{ first: Instant | null; last: Instant | null }>(
    sql`select (select min(began) from (${started})) as first, (select max(last_order_at) from ${context.features}) as last`,
  );
  const instants = span === undefined || span.first === null || span.last === null ? [] : periodsUpTo(span.first, span.last, context.workspace.zone, by);
  const found = instants.length === 0 ? [] : await cellsOf(context, started, instants);
  const periods = instants.map((start, index): Period => {
    const end = instants[index + 1] ?? startOfPeriod(start, context.workspace.zone, by, 1);
    return {
      starts: localDate(start, context.workspace.zone),
      ends: localDate(instant(end - 1), context.workspace.zone),
      complete: end <= at && reaches(span?.last ?? start, start, end, at),
    };
  });
  const cells = new Map(found.map((cell) => [`${cell.started} ${cell.step}`, cell]));
  const list = periods.flatMap((_, start) => cohortOf(start, periods, cells, { measure, category }));
  const average = averageOf(list);
  return {
    as_of: asOf,
    sentence: sentenceOf(list, average, by),
    how: `Customers by the ${by} of their first order${category === undefined ? '' : ` with ${category}`}; retention is the share of them who ordered in a later ${by}, revenue is net of returns. A last ${by} that still runs, or that the data ends in, is not counted in what is said of all.`,
    by,
    measure,
    category: category ?? null,
    cohorts: list,
    average,
  };
}

const firstWith = (context: InsightContext, category: string): Fragment => sql`
  select profile, min(ordered_at) as began from items where ${countingUpTo(context)} and not is_return and profile is not null and lower(trim(category)) = lower(trim(${category})) group by profile`;

/**
 * Whether the orders go on to the end of a period that is over. Where nobody has ordered for a whole period since, the data has ended, as that of
 * a file brought later does, and unless its last order is of the last tenth of its period the rest of that is not known.
 */
const reaches = (last: Instant, start: Instant, end: Instant, at: Instant): boolean => at < end + (end - start) || last >= end - (end - start) / 10;

/** Up to the period of the last order: what comes after it is not known rather than empty. */
function periodsUpTo(first: Instant, last: Instant, zone: string, by: 'month' | 'quarter'): readonly Instant[] {
  const starts: Instant[] = [];
  for (let offset = 0; starts.length < most; offset -= 1) {
    const start = startOfPeriod(last, zone, by, offset);
    starts.unshift(start);
    if (start <= first) break;
  }
  return starts;
}

async function cellsOf(context: InsightContext, started: Fragment, instants: readonly Instant[]): Promise<readonly Cell[]> {
  const [earliest] = instants;
  if (earliest === undefined) return [];
  return context.warehouse.rows<Cell>(sql`
    with began as (select b.profile, s.step as started from (select * from (${started}) where began >= ${timestamp(earliest)}) b asof join ${stepTable(instants)} s on b.began >= s.starts),
      each as (select o.profile, s.step, o.total, o.is_return from (
          select profile, total, is_return, ordered_at from orders where ${countingUpTo(context)} and profile is not null and ordered_at >= ${timestamp(earliest)}) o
        asof join ${stepTable(instants)} s on o.ordered_at >= s.starts),
      per as (select profile, step, sum(total) as revenue, count(*) filter (not is_return) as orders from each group by profile, step)
    select b.started, p.step, count(*) filter (p.orders > 0)::INTEGER as people, sum(p.revenue)::DOUBLE as revenue, sum(p.orders)::INTEGER as orders
    from per p join began b using (profile) where p.step >= b.started group by b.started, p.step`);
}

type Wanted = Pick<CohortRequest, 'measure' | 'category'>;

function cohortOf(start: number, periods: readonly Period[], cells: ReadonlyMap<string, Cell>, { measure, category }: Wanted): CohortsAnswer['cohorts'] {
  const own = periods[start];
  const size = cells.get(`${start} ${start}`)?.people ?? 0;
  if (own === undefined || size === 0) return [];
  const members = category === undefined ? [dated('first_order_at', between(own.starts, own.ends))] : firstBought(category, own);
  return [
    {
      starts: own.starts,
      ends: own.ends,
      people: size,
      expression: text(all(...members)),
      periods: periods.slice(start).map((period, after) => {
        const { people = 0, revenue = 0, orders = 0 } = cells.get(`${start} ${start + after}`) ?? {};
        const value = measure === 'retention' ? people / size : measure === 'revenue' ? revenue : orders;
        const then = some(facts('orders', { window: between(period.starts, period.ends) }));
        return {
          after,
          starts: period.starts,
          complete: period.complete,
          share: people / size,
          revenue,
          orders,
          value,
          people,
          expression: text(all(...members, then)),
        };
      }),
    },
  ];
}

function firstBought(category: string, { starts, ends }: Period) {
  const where = field('category', '=', category);
  return [none(facts('items', { where, window: before(starts) })), some(facts('items', { where, window: between(starts, ends) }))];
}

/** Weighted by people; a period that still runs does not count. */
function averageOf(list: CohortsAnswer['cohorts']): CohortsAnswer['average'] {
  const longest = Math.max(0, ...list.map(({ periods }) => periods.length));
  return Array.from({ length: longest }, (_, after) => {
    const reached = list.filter(({ periods }) => periods[after]?.complete === true);
    const people = reached.reduce((sum, cohort) => sum + cohort.people, 0);
    const back = reached.reduce((sum, { periods }) => sum + (periods[after]?.people ?? 0), 0);
    return { after, people, share: people === 0 ? 0 : back / people };
  }).filter(({ people }) => people > 0);
}

function sentenceOf(list: CohortsAnswer['cohorts'], average: CohortsAnswer['average'], by: 'month' | 'quarter'): string {
  const [, next] = average;
  if (next === undefined) return 'No cohort has come far enough yet to see who returns.';
  const best = list
    .filter(({ people, periods }) => people >= 10 && periods[1]?.complete === true)
    .toSorted((a, b) => (b.periods[1]?.share ?? 0) - (a.periods[1]?.share ?? 0))[0];
  const leader =
    best === undefined
      ? ''
      : ` The best were those of ${periodName(best.starts, by)}: ${share(best.periods[1]?.share ?? 0)} of ${counted(best.people, 'customer')}.`;
  return `${share(next.share)} of new customers order again in the ${by} after their first.${leader}`;
}
