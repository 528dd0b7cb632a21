import { formatInstant, type Instant } from '../../core/index.ts';
import { type Fragment, ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { readTraitColumns } from '../traits/columns.ts';

export type ProfileListRequest = {
  /** Part of a name or of any identifier, letter case ignored. */
  readonly search?: string | undefined;
  readonly sort: 'spent' | 'orders' | 'recent' | 'name';
  readonly limit: number;
  readonly offset: number;
  /** Table of features to read; default the stored one. */
  readonly features?: string;
};

export type ProfileSummary = {
  readonly profile: number;
  readonly customer_id: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly orders: number;
  readonly total_spent: number;
  readonly last_order_at: string | null;
  readonly rfm_segment: string | null;
  readonly lifecycle: string | null;
};

/** A page of customers with what tells them apart, and how many there are in all. */
export async function listProfiles(
  warehouse: Warehouse,
  request: ProfileListRequest,
): Promise<{ readonly total: number; readonly profiles: readonly ProfileSummary[] }> {
  const name = await nameOf(warehouse);
  const found = request.search === undefined || request.search.trim() === '' ? sql`true` : matches(name, request.search.trim());
  const from = sql`from profiles p left join ${ident(request.features ?? 'features')} f using (profile) left join attributes a using (profile) where ${found}`;
  const total = await warehouse.row<{ n: number }>(sql`select count(*) as n ${from}`);
  const rows = await warehouse.rows<Omit<ProfileSummary, 'last_order_at'> & { last_order_at: Instant | null }>(sql`
    with page as (
      select p.profile, ${name} as name, coalesce(f.orders_count, 0) as orders, coalesce(f.total_spent, 0) as total_spent, f.last_order_at, f.rfm_segment, f.lifecycle
      ${from} order by ${order[request.sort]}, p.profile limit ${request.limit} offset ${request.offset}),
    known as (
      select i.profile, min(value) filter (where namespace = 'customer_id') as customer_id, min(value) filter (where namespace = 'email') as email
      from identifiers i semi join page using (profile) group by i.profile)
    select g.profile, k.customer_id, g.name, k.email, g.orders, g.total_spent, g.last_order_at, g.rfm_segment, g.lifecycle
    from page g left join known k using (profile) order by ${pageOrder[request.sort]}, g.profile`);
  const profiles = rows.map((row) => ({ ...row, last_order_at: row.last_order_at === null ? null : formatInstant(row.last_order_at) }));
  return { total: total?.n ?? 0, profiles };
}

const pageOrder: Readonly<Record<ProfileListRequest['sort'], Fragment>> = {
  spent: sql`total_spent desc nulls last`,
  orders: sql`orders desc nulls last`,
  recent: sql`last_order_at desc nulls last`,
  name: sql`name nulls last`,
};
const order: Readonly<Record<ProfileListRequest['sort'], Fragment>> = {
  ...pageOrder,
  spent: sql`f.total_spent desc nulls last`,
  orders: sql`f.orders_count desc nulls last`,
};

const matches = (name: Fragment, text: string): Fragment =>
  sql`(contains(lower(coalesce(${name}, '')), lower(${text})) or p.profile in (select profile from identifiers where contains(lower(value), lower(${text}))))`;

/** A customer's name as one text, whatever columns it came in; null when no source gave one. */
export async function nameOf(warehouse: Warehouse): Promise<Fragment> {
  const columns = new Map((await readTraitColumns(warehouse)).map(({ name, column }) => [name, sql`a.${ident(column)}::VARCHAR`]));
  const [whole, first, last] = [columns.get('name'), columns.get('first_name'), columns.get('last_name')];
  const parts = [first, last].filter((part) => part !== undefined);
  const joined = parts.length === 0 ? undefined : sql`nullif(concat_ws(' ', ${parts[0] ?? sql`null`}, ${parts[1] ?? sql`null`}), '')`;
  if (whole === undefined) return joined ?? sql`null::VARCHAR`;
  return joined === undefined ? whole : sql`coalesce(${whole}, ${joined})`;
}
