import { createHash } from 'node:crypto';
import type { MembershipMoved } from '../../contract/index.ts';
import { type Control, readSetting, stamp, type WebhookSubscriberRow, writeSetting } from '../../control/index.ts';
import { formatInstant, type Instant } from '../../core/index.ts';
import { isHidden } from '../../segments/index.ts';
import { segmentsOf } from './store.ts';

const cursorSetting = 'webhook_cursor';

/** The last change that was looked at. */
export async function webhookCursor(control: Control): Promise<number> {
  const kept = await readSetting(control, cursorSetting);
  return typeof kept === 'number' ? kept : 0;
}

/** Identifiers of profiles, of the namespaces asked for. */
export type IdentifiersOf = (profiles: readonly number[], namespaces: readonly string[]) => Promise<ReadonlyMap<number, Readonly<Record<string, string>>>>;

/**
 * Turns changes of memberships into messages to whoever wants to know, and moves the cursor, in one transaction: a crash in between repeats the step,
 * and the same change to the same subscriber is the same message.
 */
export async function enqueueChanges(
  control: Control,
  moved: readonly MembershipMoved[],
  names: ReadonlyMap<string, string>,
  identifiersOf: IdentifiersOf,
  now: Instant,
): Promise<number> {
  const last = moved.at(-1);
  if (last === undefined) return 0;
  const subscribers = await control.selectFrom('webhook_subscribers').selectAll().where('removed_at', 'is', null).execute();
  const wanted = subscribers.flatMap((subscriber) => moved.filter((change) => wants(subscriber, change)).map((change) => ({ subscriber, change })));
  const namespaces = [...new Set(subscribers.flatMap(({ identifiers }) => JSON.parse(identifiers) as readonly string[]))];
  const known =
    wanted.length === 0
      ? new Map<number, Readonly<Record<string, string>>>()
      : await identifiersOf([...new Set(wanted.map(({ change }) => change.profile))], namespaces);
  await control.transaction().execute(async (inside) => {
    for (const { subscriber, change } of wanted) {
      const type = change.entered ? 'segment.entered' : 'segment.left';
      const told = JSON.parse(subscriber.identifiers) as readonly string[];
      const identifiers = Object.fromEntries(Object.entries(known.get(change.profile) ?? {}).filter(([namespace]) => told.includes(namespace)));
      const data = { segment: { slug: change.segment, name: names.get(change.segment) ?? change.segment }, customer: { profile: change.profile, identifiers } };
      await inside
        .insertInto('webhook_deliveries')
        .values({
          id: messageId(subscriber.id, change.id),
          subscriber: subscriber.id,
          type,
          segment: change.segment,
          profile: change.profile,
          payload: JSON.stringify({ type, timestamp: formatInstant(change.at), data }),
          status: 'waiting',
          attempts: 0,
          next_at: stamp(now),
          last_status: null,
          last_error: null,
          created_at: stamp(now),
          tried_at: null,
          ended_at: null,
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    }
    await writeSetting(inside, cursorSetting, Number(last.id));
  });
  return wanted.length;
}

/** What moved before somebody subscribed is not told; nor are conditions that are no segments. */
function wants(subscriber: WebhookSubscriberRow, { segment, entered, at }: MembershipMoved): boolean {
  if (isHidden(segment) || stamp(at) < subscriber.created_at) return false;
  if (subscriber.moves !== 'both' && entered !== (subscriber.moves === 'entered')) return false;
  return segmentsOf(subscriber)?.includes(segment) ?? true;
}

const messageId = (subscriber: string, change: string): string => `msg_${createHash('sha256').update(`${subscriber} ${change}`).digest('hex').slice(0, 32)}`;
