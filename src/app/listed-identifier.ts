import { ClienteleError } from '../core/index.ts';
import { findProfile } from '../profiles/index.ts';
import type { ListedIdentifier } from '../segments/index.ts';
import { sql } from '../sql/index.ts';
import type { App } from './open.ts';

/** The steadiest identifier of a customer, for lists that outlive profile numbers. Throws `customer.unknown`. */
export async function listedIdentifier(app: App, customer: string): Promise<ListedIdentifier> {
  const profile = await findProfile(app.warehouse, customer);
  const [named] = profile === undefined ? [] : await namedMembers(app, Uint32Array.of(profile));
  if (named === undefined) throw new ClienteleError('customer.unknown', { id: customer });
  return named;
}

/** One identifier per profile: its own id before an e-mail before a phone; the oldest of these. */
export async function namedMembers(app: App, profiles: Uint32Array): Promise<readonly ListedIdentifier[]> {
  await app.warehouse.load(
    'profiles_to_name',
    [{ name: 'profile', type: 'INTEGER' }],
    (function* () {
      for (const profile of profiles) yield [profile] as const;
    })(),
  );
  return app.warehouse.rows<ListedIdentifier>(sql`
    select namespace, value from identifiers join profiles_to_name using (profile)
    qualify row_number() over (partition by profile order by case namespace when 'customer_id' then 0 when 'email' then 2 when 'phone' then 3 when 'anonymous_id' then 4 when 'previous_id' then 5 else 1 end, identifier) = 1
    order by profile`);
}
