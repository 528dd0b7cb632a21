import type { NoticeDraft } from '../../contract/index.ts';
import { formatInstant, type Instant, localDate, instant, writtenDate } from '../../core/index.ts';
import { type InsightContext, weeksAfter } from '../../insight/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import { quantile } from '../../stats/index.ts';
import type { WatchedShop } from './series.ts';

/** A shop that has sold in each of so many weeks, this often in the usual one of them, does not by chance sell nothing in the next. */
const weeksLooked = 8;
const fewestOrders = 5;
const day = 86_400_000_000;

/**
 * Whole weeks without one order, after the newest that has any: no series reaches them, since a file that ends on a day tells nothing of the days after. That they are over, and not only missing, is told by what else happened in them (visits, e-mails,
 * answers) until their last day or two. Told once for a silence, known by its first week.
 */
export async function silentWeeks({ warehouse, workspace, at }: InsightContext, weeks: WatchedShop['weeks']): Promise<NoticeDraft | undefined> {
  const last = weeks.at(-1);
  const recent = weeks.slice(-weeksLooked).map(({ values }) => values.orders);
  if (last === undefined || recent.length < weeksLooked || Math.min(...recent) === 0) return undefined;
  const usual = quantile(recent, 0.5);
  if (usual < fewestOrders) return undefined;
  const found = await warehouse.row<{ ordered: Instant | null; happened: Instant | null }>(
    sql`select (select max(ordered_at) from orders where ordered_at <= ${timestamp(at)}) as ordered,
      greatest((select max(occurred_at) from events where occurred_at <= ${timestamp(at)}), (select max(occurred_at) from feedback where occurred_at <= ${timestamp(at)})) as happened`,
  );
  const { ordered, happened } = found ?? {};
  if (ordered === null || ordered === undefined || happened === null || happened === undefined) return undefined;
  const silent = weeksAfter(last, mostSilent, workspace).filter(
    ({ start, end, ends }) => start > ordered && end <= at && localDate(instant(happened + 2 * day), workspace.zone) > ends,
  );
  const [first] = silent;
  if (first === undefined) return undefined;
  const since = silent.length === 1 ? `In the week of ${writtenDate(first.starts)}` : `In the ${silent.length} weeks since ${writtenDate(first.starts)}`;
  return {
    key: `silence:orders:${first.starts}`,
    kind: 'unusual',
    severity: 'urgent',
    subject: { type: 'metric', id: 'orders', name: 'orders' },
    title: 'Not one order',
    sentence: `${since} there is not one order; usually there are about ${Math.round(usual)} a week. Visits, e-mails or answers are known until ${writtenDate(localDate(happened, workspace.zone))}: either nobody ordered, or the orders have not come in yet.`,
    at: formatInstant(first.end),
    figure: { unit: 'count', actual: 0, expected: usual, low: Math.min(...recent), high: Math.max(...recent) },
  };
}

const mostSilent = 26;
