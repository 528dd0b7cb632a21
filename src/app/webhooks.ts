import { type IdentifiersOf, deliverDue, enqueueChanges, forgetDelivered, send, subscribersDue, webhookCursor } from '../activate/index.ts';
import type { MembershipMoved } from '../contract/index.ts';
import { join, sql } from '../sql/index.ts';
import { listSegments } from '../segments/index.ts';
import type { Desk } from './desk.ts';

/** Where changes of memberships come from: told at once, and to be read again from any place. */
export type Moves = {
  readonly changesAfter: (seq: number, limit: number) => Promise<readonly MembershipMoved[]>;
  readonly subscribe: (listener: (moved: readonly MembershipMoved[]) => void) => () => void;
};

export type Webhooks = {
  /** Looks at what has changed and tries what is due, now. */
  readonly step: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const page = 2000;
const every = 5000;

/**
 * Tells subscribers who entered and who left. What was committed and not told when the process ended is told by the next one. Each subscriber is told on its own, so that one that hangs or is down
 * keeps nobody else waiting; it is left alone for a few seconds then.
 */
export async function startWebhooks(desk: Desk, moves: Moves, failed: (error: unknown) => void): Promise<Webhooks> {
  const { control, effects } = desk.app;
  const context = { control, effects, send, random: Math.random };
  let running: Promise<void> = Promise.resolve();
  let again = false;
  let stopped = false;

  const enqueue = async (): Promise<void> => {
    for (;;) {
      const moved = await moves.changesAfter(await webhookCursor(control), page);
      if (moved.length === 0) return;
      const names = new Map((await listSegments(control)).map(({ slug, name }) => [slug, name]));
      await enqueueChanges(control, moved, names, identifiersOf(desk), effects.now());
    }
  };
  const told = new Map<string, Promise<void>>();
  const more = new Set<string>();
  const leftAlone = new Set<string>();
  const tell = async (subscriber: string): Promise<void> => {
    try {
      for (;;) {
        more.delete(subscriber);
        const { tried, down } = await deliverDue(context, subscriber);
        if (down) leftAlone.add(subscriber);
        if (down || stopped || (tried === 0 && !more.has(subscriber))) return;
      }
    } catch (error) {
      failed(error);
    } finally {
      told.delete(subscriber);
    }
  };
  const work = async (before: Promise<void>): Promise<void> => {
    await before;
    if (!again || stopped) return;
    again = false;
    try {
      await enqueue();
      for (const subscriber of await subscribersDue(context)) {
        if (told.has(subscriber)) more.add(subscriber);
        else if (!leftAlone.has(subscriber)) told.set(subscriber, tell(subscriber));
      }
      await forgetDelivered(context);
    } catch (error) {
      failed(error);
    }
  };
  const step = async (): Promise<void> => {
    again = true;
    running = work(running);
    await running;
    await Promise.all(told.values());
  };
  const unsubscribe = moves.subscribe(() => void step());
  const timer = setInterval(() => {
    leftAlone.clear();
    void step();
  }, every);
  timer.unref();
  void step();
  return {
    step,
    stop: async () => {
      stopped = true;
      unsubscribe();
      clearInterval(timer);
      await running;
      await Promise.all(told.values());
    },
  };
}

/** One identifier of each namespace asked for: the first of a profile by value. */
const identifiersOf =
  (desk: Desk): IdentifiersOf =>
  async (profiles, namespaces) => {
    const found = new Map<number, Record<string, string>>();
    if (profiles.length === 0 || namespaces.length === 0) return found;
    const rows = await desk.read((app) =>
      app.warehouse.rows<{ profile: number; namespace: string; value: string }>(
        sql`select profile, namespace, min(value) as value from identifiers
            where profile in (${join(profiles.map((profile) => sql`${profile}`))}) and namespace in (${join(namespaces.map((namespace) => sql`${namespace}`))}) group by all`,
      ),
    );
    for (const { profile, namespace, value } of rows) found.set(profile, { ...found.get(profile), [namespace]: value });
    return found;
  };
