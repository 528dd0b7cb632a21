import { type Fragment, ident, sql, timestamp } from '../../sql/index.ts';
import { day, type Instant, instant } from '../../core/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** Per segment: who can be reached, what they bring, and how many order in a month. */
export type Reach = {
  readonly members: number;
  /** With an e-mail address or a phone number that said yes to marketing there. */
  readonly agreed: number;
  /** With an address and no word on marketing. */
  readonly unasked: number;
  readonly revenue: number;
  readonly ordered30: number;
};
export const nobody: Reach = { members: 0, agreed: 0, unasked: 0, revenue: 0, ordered30: 0 };

export async function reachPerSegment(warehouse: Warehouse, moment: Instant): Promise<{ readonly all: Reach; readonly of: ReadonlyMap<number, Reach> }> {
  await makeContactable(warehouse);
  const sums = sql`count(*)::INTEGER as members, count(*) filter (c.agreed)::INTEGER as agreed, count(*) filter (c.unasked)::INTEGER as unasked,
    coalesce(sum(f.spent_last_12_months), 0)::DOUBLE as revenue, count(*) filter (f.last_order_at > ${timestamp(instant(moment - 30 * day))})::INTEGER as ordered30`;
  const all = await warehouse.row<Reach>(sql`select ${sums} from insight_features f left join insight_contactable c using (profile)`);
  const rows = await warehouse.rows<Reach & { segment: number }>(
    sql`select m.segment, ${sums} from insight_members m join insight_features f using (profile) left join insight_contactable c using (profile) group by m.segment`,
  );
  return { all: all ?? nobody, of: new Map(rows.map((row) => [row.segment, row])) };
}

/** `insight_contactable(profile, agreed, unasked)`: one row per profile with an address that has not refused everywhere. */
export async function makeContactable(warehouse: Warehouse): Promise<void> {
  const email = await consentColumn(warehouse, 'accepts_email');
  const sms = await consentColumn(warehouse, 'accepts_sms');
  await warehouse.run(
    sql`create or replace temp table insight_contactable as
        with address as (select profile, bool_or(namespace = 'email') as email, bool_or(namespace = 'phone') as phone from identifiers
                         where namespace in ('email', 'phone') and profile is not null group by profile)
        select d.profile, coalesce((d.email and ${email}) or (d.phone and ${sms}), false) as agreed,
          not coalesce((d.email and ${email}) or (d.phone and ${sms}), false) and ((d.email and ${email} is null) or (not d.email and d.phone and ${sms} is null)) as unasked
        from address d left join attributes a using (profile)`,
  );
}

async function consentColumn(warehouse: Warehouse, trait: string): Promise<Fragment> {
  const row = await warehouse.row<{ column: string }>(sql`select "column" from trait_columns where name = ${trait} and type = 'boolean'`);
  return row === undefined ? sql`null::BOOLEAN` : sql`a.${ident(row.column)}`;
}
