import { type Fragment, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/**
 * The profile behind what somebody typed; undefined when there is none. A number is a profile number. A text is looked up among the identifiers,
 * strongest namespace first (customer id before e-mail before phone): exactly, then without regard to letter case, then as a
 * phone number written any way; at last it may be a profile number too, also written `#12`.
 */
export async function findProfile(warehouse: Warehouse, id: number | string): Promise<number | undefined> {
  if (typeof id === 'number') return profileNumbered(warehouse, id);
  const text = id.trim();
  if (text === '') return undefined;
  const forced = /^#(\d{1,9})$/.exec(text);
  if (forced !== null) return profileNumbered(warehouse, Number(forced[1]));
  return (
    (await byIdentifier(warehouse, text)) ?? (await byPhone(warehouse, text)) ?? (/^\d{1,9}$/.test(text) ? profileNumbered(warehouse, Number(text)) : undefined)
  );
}

async function profileNumbered(warehouse: Warehouse, profile: number): Promise<number | undefined> {
  if (!Number.isInteger(profile) || Math.abs(profile) >= 2 ** 31) return undefined;
  const own = await warehouse.row<{ profile: number }>(sql`select profile from profiles where profile = ${profile}`);
  if (own !== undefined) return own.profile;
  // Absorbed by a merge: its number still finds the customer.
  const merged = await warehouse.row<{ profile: number | null }>(
    sql`select i.profile from merges m join merged_identifiers g using (merge) join identifiers i using (identifier) where m.absorbed = ${profile} and g.absorbed and m.undone_at is null order by m.merge desc limit 1`,
  );
  return merged?.profile ?? undefined;
}

/** As it is written first: to fold every value costs ten times more, and digits have no letter case. */
async function byIdentifier(warehouse: Warehouse, text: string): Promise<number | undefined> {
  const exactly = await strongest(warehouse, sql`value = ${text}`);
  return exactly ?? (text.toLowerCase() === text.toUpperCase() ? undefined : strongest(warehouse, sql`lower(value) = lower(${text})`));
}

async function strongest(warehouse: Warehouse, matches: Fragment): Promise<number | undefined> {
  const found = await warehouse.row<{ profile: number }>(sql`
    select profile from identifiers where profile is not null and ${matches}
    order by case namespace when 'customer_id' then 0 when 'email' then 1 when 'phone' then 2 else 3 end, namespace, profile limit 1`);
  return found?.profile;
}

/** `01632 960 961` finds `+441632960961`: the same digits at the end, when only one customer has them. */
async function byPhone(warehouse: Warehouse, text: string): Promise<number | undefined> {
  if (!/^[+\d\s()./-]+$/.test(text)) return undefined;
  const digits = text.replaceAll(/\D/g, '').replace(/^0+/, '');
  if (digits.length < 7) return undefined;
  const found = await warehouse.rows<{ profile: number }>(
    sql`select distinct profile from identifiers where namespace = 'phone' and profile is not null and ends_with(value, ${digits}) limit 2`,
  );
  return found.length === 1 ? found[0]?.profile : undefined;
}
