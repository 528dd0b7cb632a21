import type { Instant } from '../../core/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { type ProfileSet, setOf } from '../evaluate/profile-set.ts';

/** Customers that a shop could know at an instant: by a fact up to it, or, where they have no facts at all, because they were there already. */
export async function knownBy(warehouse: Warehouse, at: Instant): Promise<ProfileSet> {
  const until = timestamp(at);
  const profiles = await warehouse.integers(sql`
    select distinct profile from (
      select profile from orders where profile is not null and ordered_at <= ${until}
      union all select profile from events where profile is not null and occurred_at <= ${until}
      union all select profile from feedback where profile is not null and occurred_at <= ${until}
      union all select profile from profiles where created_at <= ${until})`);
  return setOf(
    profiles,
    profiles.reduce((most, profile) => Math.max(most, profile), 0),
  );
}
