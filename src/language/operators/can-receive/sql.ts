import { type Fragment, ident, sql, timestamp } from '../../../sql/index.ts';
import type { CompileContext } from '../../compile/context.ts';
import { type TypedValue, rawColumn } from '../../compile/value.ts';
import type { CanReceive } from '../../tree.ts';

/**
 * Contactable and consenting: the customer has an address of the channel, the consent trait is true, and nothing that ends it
 * (unsubscribed, bounced, marked as spam) happened after the newest record of consent. Of e-mail nobody whom the mailing tool has suppressed: it sends them
 * nothing, whatever they agreed to.
 */
export function canReceiveSql(
  condition: CanReceive,
  consent: { readonly name: string; readonly value: TypedValue } | undefined,
  context: CompileContext,
): (scope: Fragment) => Fragment {
  if (consent === undefined || consent.value.kind !== 'column') return (scope) => sql`select profile from profiles where false${scope}`;
  const flag = sql`try_cast(${rawColumn(consent.value)} as boolean)`;
  const table = consent.value.table === 'features' ? featuresAs(context) : sql`attributes a`;
  // A site has no address, and nothing but another answer ends the consent to it.
  if (condition.channel === 'web') return (scope) => sql`select profile from ${table} where coalesce(${flag}, false)${scope}`;
  const email = condition.channel === 'email';
  const reachable =
    condition.channel === 'post'
      ? postalAddress(context)
      : sql`select distinct profile from identifiers where namespace = ${email ? 'email' : 'phone'} and trim(value) <> ''`;
  const now = timestamp(context.moment.now);
  const ended = email
    ? sql`name in ('Email Bounced', 'Email Marked as Spam', 'Unsubscribed') and coalesce(lower(channel), 'email') <> 'sms'`
    : condition.channel === 'post'
      ? sql`false`
      : sql`name in ('SMS Bounced', 'SMS Unsubscribed', 'Unsubscribed') and (name <> 'Unsubscribed' or lower(channel) = 'sms')`;
  return (scope) => sql`
    with willing as (select profile from ${table} where coalesce(${flag}, false)${scope}),
    reachable as (${reachable}${scope}),
    consented as (
      select i.profile, max(t.observed_at) as t from traits t join identifiers i using (identifier)
      where t.name = ${consent.name} and try_cast(t.value as boolean) and t.observed_at <= ${now} group by i.profile),
    ended as (select profile, max(occurred_at) as t from events where ${ended} and occurred_at <= ${now}${scope} group by profile)
    select profile from willing semi join reachable using (profile) left join consented using (profile) left join ended using (profile)
    where (ended.t is null or ended.t <= consented.t)${email ? notSuppressed(context) : sql``}`;
}

/** The trait says why; a tool that writes a no there says that they are not. */
function notSuppressed({ moment }: CompileContext): Fragment {
  const word = moment.vocabulary.attributes.get('email_suppressed');
  if (word?.table !== 'attributes') return sql``;
  const said = sql`lower(trim(cast(${ident(word.column)} as VARCHAR)))`;
  return sql` and profile not in (select profile from attributes where ${said} not in ('', '[]', '0', 'no', 'false', 'none', 'never_suppressed'))`;
}

/** Letters need a street, or where only that is kept, a postcode. */
function postalAddress({ moment }: CompileContext): Fragment {
  const word = ['address', 'postcode'].map((name) => moment.vocabulary.attributes.get(name)).find((each) => each?.table === 'attributes');
  if (word === undefined) return sql`select profile from profiles where false`;
  return sql`select profile from attributes where trim(cast(${ident(word.column)} as VARCHAR)) <> ''`;
}

const featuresAs = ({ moment }: CompileContext): Fragment => ({
  kind: 'fragment',
  parts: [
    { kind: 'identifier', name: moment.featuresTable },
    { kind: 'text', text: ' f' },
  ],
});
