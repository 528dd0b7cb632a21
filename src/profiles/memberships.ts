import type { Instant } from '../core/index.ts';
import { type Fragment, join, sql, timestamp } from '../sql/index.ts';
import type { Warehouse } from '../warehouse/index.ts';
import { keptObservations } from './vocabulary/keep.ts';

/** Two kinds of events of this shop that mean the start and the end of one thing: a membership, a subscription, a contract. */
export type Membership = { readonly begins: string; readonly ends: string };

const beginnings =
  'started|start|begun|began|created|activated|joined|opened|subscribed|signed up|begonnen|gestartet|abgeschlossen|aktiviert|angemeldet|commencée?|activée?|souscrite?|iniciad[ao]|activad[ao]|contratad[ao]';
const endings =
  'cancell?ed|cancellation|ended|end|expired|closed|terminated|stopped|churned|gekündigt|gekuendigt|kündigung|beendet|abgelaufen|abgemeldet|résiliée?|terminée?|expirée?|annulée?|cancelad[ao]|finalizad[ao]|terminad[ao]|caducad[ao]';
const wordsOf = (name: string): string =>
  name
    .replaceAll(/([a-zà-ÿ])([A-ZÀ-Ý])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/[_.:\-/]+/g, ' ')
    .trim();

/** What a name is about without the word that it ends (or begins) with: `membership` of `Membership Cancelled`; undefined where it is neither. */
function about(name: string, words: string): string | undefined {
  const said = wordsOf(name);
  const found = new RegExp(`^(?:(.+) )?(?:${words})$`, 'u').exec(said);
  return found === null ? undefined : (found[1] ?? '');
}

/** Pairs of events, as their names say, of those that are told; the commonest first where the names come so. An e-mail's `Unsubscribed` ends no contract. */
export function membershipsIn(names: readonly string[]): readonly Membership[] {
  const starts = names.flatMap((name) => {
    const of = about(name, beginnings);
    return of === undefined ? [] : [{ name, of }];
  });
  return names.flatMap((ends) => {
    const of = about(ends, endings);
    const begins = of === undefined ? undefined : starts.find((start) => start.of === of)?.name;
    return begins === undefined ? [] : [{ begins, ends }];
  });
}

/** What it is that ends: `membership` of `Membership Cancelled`. */
export const endedThing = (ends: string): string => about(ends, endings) ?? ends;

/** Pairs of the events that customers brought until a moment, the commonest first. */
export async function membershipPairs(warehouse: Warehouse, at: Instant): Promise<readonly Membership[]> {
  // What is kept of all events knows most shops to have none, without counting them again.
  const known = await keptObservations(warehouse);
  const spoken = known === undefined ? undefined : membershipsIn(known.events).flatMap(({ begins, ends }) => [begins, ends]);
  if (spoken?.length === 0) return [];
  const ofThem = spoken === undefined ? sql`` : sql`and name in (${join(spoken.map((name) => sql`${name}`))})`;
  const names = await warehouse.rows<{ name: string }>(
    sql`select name from events where profile is not null and occurred_at <= ${timestamp(at)} ${ofThem} group by name order by count(*) desc, name limit 200`,
  );
  return membershipsIn(names.map(({ name }) => name));
}

/** At least this part of those who ordered within a year has a beginning or an end on record where a shop lives by its memberships. */
const mostOfThem = 0.8;

/**
 * How memberships begin and end in a shop that lives by them (a gym, a program that is rented); undefined in one where few have one: who cancels a coffee subscription
 * may go on buying coffee.
 */
export async function livesByMemberships(warehouse: Warehouse, at: Instant): Promise<Membership | undefined> {
  const [pair] = await membershipPairs(warehouse, at);
  if (pair === undefined) return undefined;
  const row = await warehouse.row<{ buyers: number; members: number }>(sql`
    with buyers as (select distinct profile from orders where profile is not null and counts and not is_return and ordered_at <= ${timestamp(at)} and ordered_at > ${timestamp(at)} - interval 365 days)
    select count(*)::INTEGER as buyers, count(*) filter (profile in (select profile from events where name in (${pair.begins}, ${pair.ends}) and occurred_at <= ${timestamp(at)}))::INTEGER as members from buyers`);
  return row !== undefined && row.buyers > 0 && row.members >= mostOfThem * row.buyers ? pair : undefined;
}

/** Who ended theirs and has begun none since, and when. */
export const leavings = ({ begins, ends }: Membership, at: Instant): Fragment => sql`
  select profile, max(occurred_at) filter (name = ${ends}) as ended_at from events where profile is not null and name in (${begins}, ${ends}) and occurred_at <= ${timestamp(at)}
  group by profile having ended_at >= coalesce(max(occurred_at) filter (name = ${begins}), '-infinity'::TIMESTAMP)`;

export const endedBy = (membership: Membership, at: Instant): Fragment => sql`select profile from (${leavings(membership, at)})`;
