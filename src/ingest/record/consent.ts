import { countOf } from '../../core/index.ts';
import { type Fragment, ident, sql } from '../../sql/index.ts';
import type { PlannedField } from '../check/plan.ts';
import type { Job } from '../context.ts';

const isConsent = ({ name, type }: PlannedField): boolean => type === 'consent' || name.startsWith('accepts_');

/** The field that says when the answer to a consent was given. */
const answeredAt: Readonly<Record<string, string>> = { accepts_email: 'email_consent_at', accepts_sms: 'sms_consent_at' };

/** Whether a field says when the answer to a consent was given. */
export const tellsWhen = ({ name, type }: PlannedField, consent: PlannedField): boolean => name === answeredAt[consent.name] && type === 'instant';

/**
 * When a value of `ingest_known_customers` was observed: an answer to the question of consent when it was given, where the list says so. A list that does not say since when somebody agrees tells of no moment at which they did: such a yes has no
 * date, so that a no that has one, from another list or an unsubscription, stands. A no without a date is of the day on which it was imported.
 */
export function observedAt(field: PlannedField, value: Fragment, traits: readonly PlannedField[]): Fragment {
  if (!isConsent(field)) return sql`observed_at`;
  const undated = sql`case when updated_at is null and try_cast(${value} as BOOLEAN) then null else observed_at end`;
  const answered = traits.findIndex((other) => tellsWhen(other, field));
  return answered === -1 ? undated : sql`coalesce(try_cast(${ident(`t${answered}`)} as TIMESTAMP), ${undated})`;
}

/** What people say here of their consent and said otherwise elsewhere, and which counts; read off `ingest_known_customers` before or after its traits are written. */
export async function consentWarnings({ context: { warehouse }, mapping: { source } }: Job, traits: readonly PlannedField[]): Promise<readonly string[]> {
  const warnings: string[] = [];
  for (const [index, field] of traits.entries()) {
    if (!isConsent(field)) continue;
    const value = ident('n', `t${index}`);
    const found = await warehouse.row<{ refused: number; kept: number }>(sql`
      with said as (select n.profile, try_cast(${value} as BOOLEAN) as yes, ${observedAt(field, value, traits)} as at from ingest_known_customers n where n.profile is not null and ${value} is not null),
        others as (select i.profile, try_cast(t.value as BOOLEAN) as yes, max(t.observed_at) as at from traits t join identifiers i using (identifier)
          where t.name = ${field.name} and t.source <> ${source} and t.trust >= 1 group by all)
      select count(distinct s.profile) filter (not s.yes and o.yes and (o.at is null or o.at <= s.at)) as refused,
        count(distinct s.profile) filter (s.yes and not o.yes and (s.at is null or s.at < o.at)) as kept
      from said s join others o using (profile)`);
    const { refused = 0, kept = 0 } = found ?? {};
    if (refused > 0) warnings.push(`${countOf(refused, 'customer', ['says', 'say'])} no in "${field.header}" and said yes elsewhere: the no counts.`);
    if (kept > 0)
      warnings.push(
        `${countOf(kept, 'customer', ['says', 'say'])} yes in "${field.header}" and said no elsewhere, and nothing tells that ${kept === 1 ? 'this customer' : 'they'} agreed after it: the no counts.`,
      );
  }
  return warnings;
}
