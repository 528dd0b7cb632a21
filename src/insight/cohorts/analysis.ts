import type { CohortAnalysisAnswer } from '../../contract/schemas.ts';
import { type Instant, startOfPeriod } from '../../core/index.ts';
import { join, sql, timestamp } from '../../sql/index.ts';
import { between, dated, facts, some, text } from '../base/conditions.ts';
import type { InsightContext } from '../base/context.ts';
import { quietAfter } from '../base/quiet.ts';
import { stepTable } from '../base/range.ts';
import { counted, periodName, share } from '../report/words.ts';
import { type CohortCell, cellsOf, type Measure, type Sums } from './cells.ts';
import { equityOf } from './equity.ts';
import { lastingBy } from './lasting.ts';
import { type CohortUnit, type Period, periodsUpTo } from './periods.ts';
import { type CohortStart, marginKnown, ordersWithMargin, startsQuery } from './starts.ts';

export type CohortAnalysisWish = { readonly start: CohortStart; readonly by: CohortUnit; readonly measure: Measure; readonly limit: number };
type Size = { readonly row: string; readonly step: number; readonly people: number };
type Found = Sums & { readonly row: string; readonly after: number };

/**
 * Customers by any start, and what each row did so many periods later. Calendar periods are counted from the one in which each began; only those that are over at the
 * moment count, and a row's cell is of those who got as far. Staged once, then one pass over the orders.
 */
export async function cohortAnalysis(context: InsightContext, wish: CohortAnalysisWish): Promise<CohortAnalysisAnswer> {
  const { warehouse, workspace, at } = context;
  const { start, by, measure, limit } = wish;
  await warehouse.run(sql`create or replace temp table insight_starts as select * from (${startsQuery(context, start)}) where began <= ${timestamp(at)}`);
  const span = await warehouse.row<{ first: Instant | null; last: Instant | null; newest: Instant | null }>(
    sql`select (select min(began) from insight_starts) as first, greatest((select max(last_order_at) from ${context.features}), (select max(began) from insight_starts)) as last, (select max(began) from insight_starts) as newest`,
  );
  const quiet = await quietAfter(context);
  const known =
    span === undefined || span.first === null || span.last === null || span.newest === null
      ? undefined
      : { first: span.first, last: span.last, newest: span.newest };
  const latest = known === undefined ? [] : periodsUpTo(known.first, known.last, at, by, limit, workspace);
  const periods = known === undefined ? [] : withStarts(latest, known, at, by, limit, workspace);
  const rows = periods.length === 0 ? [] : await rowsOf(context, wish, periods, quiet);
  const equity = await equityOf(context, latest);
  const cost = await warehouse.row<{ share: number | null }>(marginKnown(context));
  await warehouse.run(sql`drop table insight_starts`);
  const average = averageOf(rows, measure);
  return {
    as_of: context.asOf,
    sentence: sentenceOf(context, wish, rows, average),
    how: `${startWords[start.kind]}. Period 0 is the calendar ${by} in which each began; a cell counts those for whom its ${by} is over. Shares have 95% intervals by Wilson's rule. "Lasting" follows each until a silence of more than ${quiet} days (Kaplan-Meier, Greenwood's intervals).${measure === 'margin' ? ' Margin is what lines brought less what the catalogue says they cost; lines without a cost are left out.' : ''}`,
    start,
    by,
    measure,
    margin_known: cost?.share ?? null,
    rows,
    average,
    quiet_after_days: quiet,
    equity,
    expected_12m: await expectedValue(context),
  };
}

/** Where nobody has begun in the latest periods (a file of customers of long ago), those in which the last ones began, and what they did then. */
function withStarts(
  latest: readonly Period[],
  { first, last, newest }: { readonly first: Instant; readonly last: Instant; readonly newest: Instant },
  at: Instant,
  by: CohortUnit,
  limit: number,
  { zone, weekStart }: InsightContext['workspace'],
): readonly Period[] {
  if (latest[0] === undefined || newest >= latest[0].start) return latest;
  const start = (moment: Instant, offset: number): Instant => startOfPeriod(moment, zone, by, offset, weekStart);
  const begins = Math.max(start(first, 0), start(newest, -Math.floor(limit / 2))) as Instant;
  const ends = Math.min(last, start(begins, limit - 1)) as Instant;
  return periodsUpTo(begins, ends, at, by, limit, { zone, weekStart });
}

const startWords: Readonly<Record<CohortStart['kind'], string>> = {
  first_order: 'Customers by when they first ordered',
  first_channel: 'Customers by the channel of their first order',
  first_category: 'Customers by what they spent most on in their first order',
  segment: 'Customers by when they first entered the segment, as far as its runs recorded it',
  event: 'Customers by when the event first happened',
};

async function rowsOf(
  context: InsightContext,
  { start, by, measure, limit }: CohortAnalysisWish,
  periods: readonly Period[],
  quiet: number,
): Promise<CohortAnalysisAnswer['rows']> {
  const { warehouse } = context;
  const byPeriod = start.kind !== 'first_channel' && start.kind !== 'first_category';
  const [earliest, newest] = [periods[0], periods.at(-1)];
  if (earliest === undefined || newest === undefined) return [];
  const after = startOfPeriod(newest.start, context.workspace.zone, by, 1, context.workspace.weekStart);
  const steps = stepTable(periods.map((period) => period.start));
  // Row: the period's place, or the label.
  await warehouse.run(sql`create or replace temp table insight_rows as
    select b.profile, b.began, s.step, ${byPeriod ? sql`s.step::VARCHAR` : sql`b.label`} as row
    from (select * from insight_starts where began >= ${timestamp(earliest.start)}) b asof join ${steps} s on b.began >= s.starts`);
  const sizes = await warehouse.rows<Size>(sql`select row, step, count(*)::INTEGER as people from insight_rows group by row, step`);
  const found = await warehouse.rows<Found>(sql`
    with each as (select o.profile, s.step, o.total, o.margin, o.is_return from (select * from (${ordersWithMargin(context)}) where ordered_at >= ${timestamp(earliest.start)} and ordered_at < ${timestamp(after)}) o
        asof join ${steps} s on o.ordered_at >= s.starts),
      per as (select profile, step, count(*) filter (not is_return) as orders, sum(total) as revenue, sum(margin) as margin from each group by profile, step)
    select r.row, (p.step - r.step)::INTEGER as after, count(*) filter (p.orders > 0)::INTEGER as active, coalesce(sum(p.orders), 0)::INTEGER as orders,
      coalesce(sum(p.revenue), 0)::DOUBLE as revenue, sum(p.margin)::DOUBLE as margin
    from per p join insight_rows r using (profile) where p.step >= r.step and p.step in (${join(completeSteps(periods))}) group by all`);
  const lasting = await lastingBy(context, sql`select profile, began, row from insight_rows`, quiet);
  await warehouse.run(sql`drop table insight_rows`);
  const bySize = [...Map.groupBy(sizes, ({ row }) => row)].map(([row, own]) => ({ row, own, people: own.reduce((sum, { people }) => sum + people, 0) }));
  const ordered = byPeriod
    ? bySize.toSorted((a, b) => Number(a.row) - Number(b.row))
    : bySize.toSorted((a, b) => b.people - a.people || a.row.localeCompare(b.row)).slice(0, limit);
  return ordered.map(({ row, own, people }) => {
    const period = byPeriod ? periods[Number(row)] : undefined;
    const sums = new Map(found.filter((each) => each.row === row).map(({ after, ...each }) => [after, each]));
    return {
      label: period === undefined ? row : period.starts,
      starts: period?.starts ?? null,
      people,
      expression: period === undefined ? null : expressionOf(start, period),
      cells: cellsOf(reachedBy(own, periods), sums, measure),
      lasting: lasting.get(row) ?? [],
    };
  });
}

/** Steps that are over; −1 so that the list is never empty. */
const completeSteps = (periods: readonly Period[]) => [sql`-1`, ...periods.flatMap(({ complete }, step) => (complete ? [sql`${step}`] : []))];

/** How many of a row are so many whole periods past the one in which they began. */
function reachedBy(sizes: readonly Size[], periods: readonly Period[]): readonly number[] {
  const last = periods.findLastIndex(({ complete }) => complete);
  const earliest = Math.min(...sizes.map(({ step }) => step));
  return Array.from({ length: Math.max(0, last - earliest + 1) }, (_, after) =>
    sizes.reduce((sum, { step, people }) => sum + (step + after <= last ? people : 0), 0),
  );
}

function expressionOf(start: CohortStart, { starts, ends }: Period): string | null {
  if (start.kind === 'first_order') return text(dated('first_order_at', between(starts, ends)));
  if (start.kind !== 'event') return null;
  const of = { event: start.event };
  return text({
    kind: 'all',
    of: [some(facts(of, { window: between(starts, ends) })), { kind: 'not', of: some(facts(of, { window: { kind: 'before', date: starts } })) }],
  });
}

/** All rows together. */
function averageOf(rows: CohortAnalysisAnswer['rows'], measure: Measure): CohortCell[] {
  const longest = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const places = Array.from({ length: longest }, (_, after) => rows.flatMap(({ cells }) => cells[after] ?? []));
  const sums = places.map((cells, after): [number, Sums] => [
    after,
    cells.reduce<Sums>(
      (sum, { active, orders, revenue, margin }) => ({
        active: sum.active + active,
        orders: sum.orders + orders,
        revenue: sum.revenue + revenue,
        margin: margin === null ? sum.margin : (sum.margin ?? 0) + margin,
      }),
      { active: 0, orders: 0, revenue: 0, margin: null },
    ),
  ]);
  return cellsOf(
    places.map((cells) => cells.reduce((sum, { reached }) => sum + reached, 0)),
    new Map(sums),
    measure,
  );
}

/** What the acting value model expects of everybody, where it acts and these are the kept features. */
async function expectedValue({ warehouse, features, featuresTable }: InsightContext): Promise<number | null> {
  const column = await warehouse.row(sql`select 1 as found from duckdb_columns() where table_name = ${featuresTable} and column_name = 'predicted_value_12m'`);
  if (column === undefined) return null;
  const row = await warehouse.row<{ value: number | null }>(sql`select sum(predicted_value_12m)::DOUBLE as value from ${features}`);
  return row?.value ?? null;
}

function sentenceOf(
  { words }: InsightContext,
  { start, by, measure }: CohortAnalysisWish,
  rows: CohortAnalysisAnswer['rows'],
  average: readonly CohortCell[],
): string {
  const next = average[1];
  if (next === undefined || next.value === null) return 'Nobody has come far enough yet to see what became of them.';
  const shown = (value: number): string => (measure === 'retention' ? share(value) : measure === 'orders' ? value.toFixed(2) : words.money(value));
  const name = ({ label, starts }: CohortAnalysisAnswer['rows'][number]): string => (starts === null ? label : periodName(starts, by));
  const large = rows.filter(({ people, cells }) => people >= 10 && (cells[1]?.reached ?? 0) >= 10 && cells[1]?.value !== null);
  const [best] = large.toSorted((a, b) => (b.cells[1]?.value ?? 0) - (a.cells[1]?.value ?? 0));
  const leader =
    best === undefined || large.length < 2 || (best.cells[1]?.value ?? 0) <= next.value
      ? ''
      : ` ${start.kind === 'first_channel' || start.kind === 'first_category' ? 'Highest' : 'Best'} is ${name(best)}: ${shown(best.cells[1]?.value ?? 0)}.`;
  const interval = next.low === null || next.high === null ? '' : ` (${share(next.low)} to ${share(next.high)})`;
  if (measure === 'retention')
    return `${share(next.value)}${interval} of ${counted(next.reached, 'customer')} order in the ${by} after the one they began in.${leader}`;
  const amount = measure === 'orders' ? `${shown(next.value)} orders` : `${shown(next.value)} of ${measure}`;
  return `A customer brings ${amount} in the ${by} after the one they began in.${leader}`;
}
