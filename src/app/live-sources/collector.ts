import { createInterpret, type Place } from '../../collect/index.ts';
import type { Inbox, Interpret, Received } from '../../contract/index.ts';
import { type Effects, hour, type Instant } from '../../core/index.ts';
import type { Control } from '../../control/index.ts';
import { openWatch, type ShapeNews } from '../live-shapes/watch.ts';
import type { KnownSource } from './known-source.ts';
import { judgeBy } from './judge.ts';
import type { Quarantine } from './quarantine-store.ts';
import { mostRecent, type RecentMessages, recentMessages, type Seen } from './recent-messages.ts';
import { openRegistry, type Registry } from './registry.ts';
import { openSubscriptions, type Subscriptions } from './subscriptions.ts';
import { type Tally, tally } from './tally.ts';

/** Where everything that arrives live comes in, whichever way: looked up, handed over to the inbox, counted, shown. One per process. */
export type Collector = {
  readonly registry: Registry;
  readonly recent: RecentMessages;
  /** The last messages of a source, newest first: those of before the process started, too. */
  readonly latest: (slug: string) => Promise<readonly Seen[]>;
  readonly interpret: Interpret;
  /** The same for whoever looks on or sends again: what can be read and not be recorded is refused, too. */
  readonly judge: Interpret;
  readonly tally: Tally;
  readonly quarantine: Quarantine | undefined;
  /** Connections to brokers; what a source's page says of them. */
  readonly subscriptions: Subscriptions;
  /** Writes down what has been counted, and judges it. */
  readonly settle: () => Promise<void>;
  /** Who changes a source says so: keys, settings and subscriptions are as the store says from then on. */
  readonly changed: () => Promise<void>;
  /** Resolves once the messages are on disk. Throws what the inbox throws; nothing is counted then. */
  readonly take: (source: KnownSource, messages: readonly Received[]) => Promise<void>;
  /** Where an address is, as coarsely as a city; undefined without a database. */
  readonly placeOf: (address: string) => Place | undefined;
  readonly now: Effects['now'];
  readonly randomId: Effects['randomId'];
  readonly close: () => Promise<void>;
};

export type CollectorOptions = {
  readonly control: Control;
  readonly effects: Pick<Effects, 'now' | 'randomId'>;
  readonly inbox: Inbox;
  readonly quarantine?: Quarantine;
  /** The newest messages of a source that are kept, oldest first. */
  readonly newest?: (slug: string, limit: number) => Promise<readonly Received[]>;
  /** Made here where left out: with the sources' own mappings. */
  readonly interpret?: Interpret;
  readonly placeOf?: Collector['placeOf'];
  /** Told when something changed in what a source sends. */
  /** Told of what could not be written down. */
  readonly failed?: (error: unknown) => void;
  readonly onNews?: (news: readonly ShapeNews[]) => Promise<void>;
  /** What the workspace counts in; without it no amount is refused here. */
  readonly currency?: () => string;
  /** Whether brokers are listened to; yes where left out. */
  readonly subscribe?: boolean;
};

const flushEvery = 5000;
const hourOf = (at: Instant): number => Math.floor(at / hour);

export async function openCollector(options: CollectorOptions): Promise<Collector> {
  const { control, effects, inbox } = options;
  const registry = await openRegistry(control);
  const interpret = options.interpret ?? createInterpret({ mappingOf: (slug) => registry.of(slug)?.settings.mapping });
  const recent = recentMessages();
  const begun = new Map<string, Promise<void>>();
  const beginWithKept = async (slug: string): Promise<void> => recent.before(slug, (await options.newest?.(slug, mostRecent)) ?? []);
  const counts = tally(control);
  const shapes = openWatch(control, effects);
  const tell = async (news: readonly ShapeNews[]): Promise<void> => (news.length === 0 ? undefined : options.onNews?.(news));
  let judgedHour = hourOf(effects.now());
  const settle = async (): Promise<void> => {
    await counts.flush();
    await tell(await shapes.flush());
    const now = hourOf(effects.now());
    if (now !== judgedHour) await tell(await shapes.hourly(effects.now()));
    judgedHour = now;
  };
  // What fails here is tried again at the next turn; what is counted stays counted.
  const timer = setInterval(() => void settle().catch(options.failed ?? (() => undefined)), flushEvery);
  timer.unref();
  const collector: Omit<Collector, 'subscriptions' | 'changed' | 'close' | 'settle'> = {
    registry,
    recent,
    latest: async (slug) => {
      const beginning = begun.get(slug) ?? beginWithKept(slug);
      begun.set(slug, beginning);
      await beginning.catch(() => begun.delete(slug));
      return recent.of(slug);
    },
    interpret,
    judge: options.currency === undefined ? interpret : judgeBy(interpret, options.currency),
    tally: counts,
    quarantine: options.quarantine,
    take: async (source, messages) => {
      if (messages.length === 0) return;
      const { accepted, duplicates } = await inbox.append(messages);
      counts.count(source.slug, effects.now(), { received: messages.length, duplicates });
      const again = (message: Received): boolean => duplicates > 0 && (accepted === 0 || recent.knows(source.slug, message.messageId));
      const seen = messages.map((message) => ({ message, duplicate: again(message) }));
      recent.add(source.slug, seen);
      shapes.observe(source.slug, duplicates === 0 ? messages : seen.filter(({ duplicate }) => !duplicate).map(({ message }) => message), effects.now());
    },
    placeOf: options.placeOf ?? (() => undefined),
    now: effects.now,
    randomId: effects.randomId,
  };
  const subscriptions = openSubscriptions(collector);
  const sync = async (): Promise<void> => (options.subscribe === false ? undefined : subscriptions.sync());
  await sync();
  return {
    ...collector,
    subscriptions,
    settle,
    changed: async () => {
      await registry.reload();
      await sync();
    },
    close: async () => {
      clearInterval(timer);
      await subscriptions.close();
      await settle();
    },
  };
}
