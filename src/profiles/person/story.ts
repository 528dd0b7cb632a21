import type { OrderStanding, StoryKind } from '../../contract/index.ts';
import { formatInstant, type Instant } from '../../core/index.ts';
import { list, sql, timestamp } from '../../sql/index.ts';
import { orderedValue, type Row, type Warehouse } from '../../warehouse/index.ts';
import { ofMail, onSite } from '../kinds-of-events.ts';
import { standingOf } from './standing.ts';

export type StoryRequest = { readonly asOf: Instant; readonly kinds: readonly StoryKind[]; readonly limit: number; readonly offset: number };

/** One thing within an entry: a line of an order, a step of a visit. `at` ISO 8601 UTC, null for a line. */
export type StoryLine = {
  readonly at: string | null;
  readonly text: string;
  readonly detail: string | null;
  readonly quantity: number | null;
  readonly amount: number | null;
};

/**
 * One thing that happened. `title` is the order's number, the event of a mail or a contract, what was reviewed, or the segment's slug; `state` the order's status, `entered` or
 * `left`. `amount` is money in the workspace's currency, of an order what it came to before `refunded` of it went back; `standing` is an order's alone. `rating` is
 * as the source gave it, `lines` what it consists of.
 */
export type StoryEntry = {
  readonly at: string;
  readonly kind: string;
  readonly title: string;
  readonly detail: string | null;
  readonly state: string | null;
  readonly amount: number | null;
  readonly refunded: number | null;
  readonly standing: OrderStanding | null;
  readonly rating: number | null;
  readonly source: string | null;
  readonly lines: readonly StoryLine[];
};

/** Everything that happened with one customer, newest first; events of the web that belong together are one visit. */
export async function readStory(warehouse: Warehouse, profile: number, request: StoryRequest): Promise<readonly StoryEntry[]> {
  const until = timestamp(request.asOf);
  const rows = await warehouse.rows<Row & Found>(sql`
    with steps as (
      select *, coalesce(session, 'gap ' || sum(breaks) over (order by occurred_at rows unbounded preceding)) as visit from (
        select occurred_at, name, session, source, coalesce(product, product_id, page, category) as what, value,
          (occurred_at - lag(occurred_at) over (order by occurred_at) > interval 30 minute)::INTEGER as breaks
        from events where profile = ${profile} and occurred_at <= ${until} and ${onSite})),
    entries as (
      select ordered_at as moment, case when is_return then 'return' else 'order' end as kind, order_id as title, channel as detail, status as state, case when is_return then total else ${orderedValue()} end::DOUBLE as amount,
        case when is_return then null else nullif(${orderedValue()} - total, 0) end::DOUBLE as refunded, ${standingOf} as standing, null::DOUBLE as rating, source, null::VARCHAR as lines
      from orders where profile = ${profile} and ordered_at <= ${until}
      union all
      select max(occurred_at), 'visit', count(*)::VARCHAR, null, null, null, null, null, null, min(source),
        to_json(list({'at': epoch_us(occurred_at), 'text': name, 'detail': what, 'quantity': null::DOUBLE, 'amount': value} order by occurred_at)[:${mostLines}])::VARCHAR
      from steps group by visit
      union all
      select occurred_at, 'mail', name, campaign, null, null, null, null, null, source, null from events where profile = ${profile} and occurred_at <= ${until} and ${ofMail}
      union all
      select occurred_at, 'contract', name, null, null, null, null, null, null, source, null from events where profile = ${profile} and occurred_at <= ${until} and not ${ofMail} and not (${onSite})
      union all
      select occurred_at, kind, coalesce(product, subject, kind), case when product is null or subject is null then text else concat_ws(' · ', subject, text) end, status, null, null, null, rating, source, null
      from feedback where profile = ${profile} and occurred_at <= ${until}
      union all
      select "at", 'segment', segment, null, case when entered then 'entered' else 'left' end, null, null, null, null, null, null
      from membership_changes where profile = ${profile} and "at" <= ${until} and not starts_with(segment, '~'))
    select * from entries where kind in ${list(request.kinds)} order by moment desc, kind, title limit ${request.limit} offset ${request.offset}`);
  const orders = await linesOf(warehouse, profile, rows);
  return rows.map(({ moment, lines, ...row }) => ({
    ...row,
    at: formatInstant(moment),
    lines: lines === null ? (orders.get(keyOf(row)) ?? []) : stepsOf(lines),
  }));
}

type Found = Omit<StoryEntry, 'at' | 'lines'> & { readonly moment: Instant; readonly lines: string | null };
type Step = Omit<StoryLine, 'at'> & { readonly at: number };

const mostLines = 50;

const stepsOf = (json: string): readonly StoryLine[] =>
  (JSON.parse(json) as readonly Step[]).map((step) => ({ ...step, at: formatInstant(step.at as Instant) }));

const keyOf = ({ source, title }: { readonly source: string | null; readonly title: string }): string => JSON.stringify([source, title]);

/** What was bought in the orders of a page. */
async function linesOf(warehouse: Warehouse, profile: number, rows: readonly Found[]): Promise<ReadonlyMap<string, readonly StoryLine[]>> {
  const numbers = rows.filter(({ kind }) => kind === 'order' || kind === 'return').map(({ title }) => title);
  if (numbers.length === 0) return new Map();
  const found = await warehouse.rows<{
    source: string;
    title: string;
    text: string | null;
    detail: string | null;
    quantity: number | null;
    amount: number | null;
  }>(sql`
    select source, order_id as title, coalesce(name, product_id) as text, concat_ws(' · ', variant, category) as detail, quantity::DOUBLE as quantity,
      coalesce(total, price * quantity)::DOUBLE as amount
    from items where profile = ${profile} and order_id in ${list(numbers)} order by source, order_id, line`);
  const lines = new Map<string, StoryLine[]>();
  for (const { text, detail, quantity, amount, ...order } of found) {
    const own = lines.get(keyOf(order)) ?? [];
    own.push({ at: null, text: text ?? '', detail: detail === '' ? null : detail, quantity, amount });
    lines.set(keyOf(order), own);
  }
  return lines;
}
