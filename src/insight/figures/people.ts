import type { Person } from '../../contract/index.ts';
import { type Fragment, ident, join, list, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** Names for a handful of profiles: the trait `name`, or first and last name, else e-mail, else customer id. */
export async function peopleNamed(warehouse: Warehouse, profiles: readonly number[]): Promise<ReadonlyMap<number, Person>> {
  if (profiles.length === 0) return new Map();
  const name = await nameColumn(warehouse);
  const rows = await warehouse.rows<{ profile: number; name: string | null; email: string | null; phone: string | null; customer: string | null }>(
    sql`with known as (
          select profile, min(value) filter (namespace = 'email') as email, min(value) filter (namespace = 'phone') as phone, min(value) filter (namespace = 'customer_id') as customer,
            min(value) filter (namespace not in ('email', 'phone', 'anonymous_id', 'previous_id')) as other
          from identifiers where profile in ${list(profiles)} group by profile)
        select k.profile, nullif(trim(${name}), '') as name, k.email, k.phone, coalesce(k.customer, k.other) as customer
        from known k left join attributes a using (profile)`,
  );
  return new Map(
    rows.map(({ profile, name, email, phone, customer }) => [
      profile,
      {
        profile,
        name: name ?? email ?? (customer === null ? undefined : `Customer ${customer}`) ?? phone ?? `Customer no. ${profile}`,
        contact: email ?? phone ?? null,
      },
    ]),
  );
}

export const unnamed = (profile: number): Person => ({ profile, name: `Customer no. ${profile}`, contact: null });

async function nameColumn(warehouse: Warehouse): Promise<Fragment> {
  const columns = await warehouse.rows<{ name: string; column: string }>(
    sql`select name, "column" from trait_columns where name in ('name', 'first_name', 'last_name') and type = 'text'`,
  );
  const at = new Map(columns.map(({ name, column }) => [name, sql`a.${ident(column)}`]));
  const parts = ['first_name', 'last_name'].flatMap((part) => at.get(part) ?? []);
  const whole = at.get('name');
  if (parts.length === 0) return whole ?? sql`null`;
  const joined = sql`nullif(trim(concat_ws(' ', ${join(parts)})), '')`;
  return whole === undefined ? joined : sql`coalesce(nullif(trim(${whole}), ''), ${joined})`;
}
