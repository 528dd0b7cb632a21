import { type Instant, localDate, writtenDate } from '../../core/index.ts';
import { join, sql, timestamp } from '../../sql/index.ts';
import type { App } from '../open.ts';

/** Older words are no opening for a call. */
const latest = 120;
/** So much of a text is read out. */
const longest = 140;

/** What each of some customers wrote last, within 120 days, in a review, a survey or a ticket: as a sentence with its day. */
export async function lastWords({ warehouse, workspace }: App, profiles: readonly number[], at: Instant): Promise<ReadonlyMap<number, string>> {
  if (profiles.length === 0) return new Map();
  const rows = await warehouse.rows<{ profile: number; said: string; on: Instant; kind: string }>(sql`
    select profile::INTEGER as profile, arg_max(said, occurred_at) as said, arg_max(kind, occurred_at) as kind, max(occurred_at) as "on"
    from (select profile, kind, occurred_at, trim(coalesce(nullif(trim(text), ''), subject)) as said from feedback
      where profile in (${join(profiles.map((profile) => sql`${profile}`))}) and occurred_at <= ${timestamp(at)} and occurred_at > ${timestamp(at)} - to_days(${latest}::INTEGER))
    where said <> '' group by profile`);
  const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text);
  return new Map(
    rows.map(({ profile, said, on, kind }) => [
      profile,
      `${kind === 'ticket' ? 'Their last ticket' : 'They wrote'}, ${writtenDate(localDate(on, workspace.zone))}: “${cut(said.replaceAll(/\s+/g, ' '))}”`,
    ]),
  );
}
