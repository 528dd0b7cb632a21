import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { email } from './emails.ts';
import { identifier } from './identifiers.ts';
import { phoneNumber } from './phones.ts';

export type NamedIdentifier = { readonly namespace: string; readonly value: string };

/** Identifiers that a person wrote, as an import would keep them, and whether anybody bears them now; in the order asked. What can not be read stays as written. */
export async function identifiersAsKept(
  warehouse: Warehouse,
  written: readonly NamedIdentifier[],
  country: string | undefined,
): Promise<readonly (NamedIdentifier & { readonly known: boolean })[]> {
  if (written.length === 0) return [];
  await warehouse.load(
    'written_identifiers',
    [
      { name: 'nth', type: 'INTEGER' },
      { name: 'namespace', type: 'VARCHAR' },
      { name: 'value', type: 'VARCHAR' },
    ],
    written.map(({ namespace, value }, nth) => {
      const trimmed = value.trim();
      return [nth, namespace, (namespace === 'phone' ? phoneNumber(trimmed, country) : null) ?? trimmed] as const;
    }),
  );
  const value = sql`value`;
  const kept = await warehouse.rows<NamedIdentifier & { known: boolean }>(sql`
    with kept as (
      select nth, namespace, coalesce(case namespace when 'email' then ${email(value)} when 'phone' then value else ${identifier(value)} end, value) as value
      from written_identifiers)
    select namespace, value, exists (from identifiers i where i.namespace = kept.namespace and i.value = kept.value and i.profile is not null) as known
    from kept order by nth`);
  await warehouse.run(sql`drop table written_identifiers`);
  return kept;
}
