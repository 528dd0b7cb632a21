import { formatInstant, type Instant } from '../../core/index.ts';
import { ident, join, list, sql } from '../../sql/index.ts';
import type { Row, Warehouse } from '../../warehouse/index.ts';
import type { ListColumn } from './order.ts';
import type { ProfileSummary } from './summary.ts';

/** A column that was asked for beside what tells customers apart; `instant` values become ISO 8601. */
export type AskedColumn = ListColumn & { readonly name: string; readonly instant: boolean };

/** A customer of a list, with the columns that were asked for under their names. Values are JSON-safe. */
export type ListedProfile = ProfileSummary & { readonly values?: Readonly<Record<string, unknown>> };

/** A few customers in the order of these numbers. Numbers that are nobody's are left out. */
export async function readRows(
  warehouse: Warehouse,
  profiles: ArrayLike<number>,
  featuresTable: string,
  asked: readonly AskedColumn[] = [],
): Promise<readonly ListedProfile[]> {
  const wanted = Array.from(profiles);
  if (wanted.length === 0) return [];
  const among = list(wanted);
  const columns = asked.map(({ table, column }, index) => sql`, ${ident(table === 'attributes' ? 'a' : 'f', column)} as ${ident(`v${index}`)}`);
  const needsTraits = asked.some(({ table }) => table === 'attributes');
  // Each table gives only the rows asked for before they are joined: a list of numbers is tested against a block's smallest and largest.
  const rows = await warehouse.rows<Row & Summary>(sql`
    select p.profile, p.customer_id, p.name, p.email, coalesce(f.orders_count, 0) as orders, coalesce(f.total_spent, 0) as total_spent, f.last_order_at,
      f.rfm_segment, f.lifecycle ${join(columns, '')}
    from (select * from people where profile in ${among}) p
    left join (select * from ${ident(featuresTable)} where profile in ${among}) f using (profile)
    ${needsTraits ? sql`left join (select * from attributes where profile in ${among}) a using (profile)` : sql``}`);
  const found = new Map(rows.map((row) => [row.profile, listed(row, asked)]));
  return wanted.flatMap((profile) => found.get(profile) ?? []);
}

type Summary = Omit<ProfileSummary, 'last_order_at'> & { readonly last_order_at: Instant | null };

function listed(row: Row & Summary, asked: readonly AskedColumn[]): ListedProfile {
  const { profile, customer_id, name, email, orders, total_spent, last_order_at, rfm_segment, lifecycle } = row;
  const summary = { profile, customer_id, name, email, orders, total_spent, last_order_at: moment(last_order_at), rfm_segment, lifecycle };
  if (asked.length === 0) return summary;
  return {
    ...summary,
    values: Object.fromEntries(asked.map((each, index) => [each.name, each.instant ? moment(row[`v${index}`]) : (row[`v${index}`] ?? null)])),
  };
}

const moment = (value: unknown): string | null => (typeof value === 'number' ? formatInstant(value as Instant) : null);
