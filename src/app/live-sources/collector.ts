import { createInterpret, type Place } from '../../collect/index.ts';
import type { Inbox, Interpret, Received } from '../../contract/index.ts';
import type { Effects } from '../../core/index.ts';
import type { Control } from '../../control/index.ts';
import type { KnownSource } from './known-source.ts';
import { type RecentMessages, recentMessages } from './recent-messages.ts';
import { openRegistry, type Registry } from './registry.ts';
import { openSubscriptions, type Subscriptions } from './subscriptions.ts';
import { type Tally, tally } from './tally.ts';

/** Where everything that arrives live comes in, whichever way: looked up, handed over to the inbox, counted, shown. One per process. */
export type Collector = {
  readonly registry: Registry;
  readonly recent: RecentMessages;
  readonly interpret: Interpret;
  readonly tally: Tally;
  /** Connections to brokers; what a source's page says of them. */
  readonly subscriptions: Subscriptions;
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
  /** Made here where left out: with the sources' own mappings. */
  readonly interpret?: Interpret;
  readonly placeOf?: Collector['placeOf'];
  /** Told of every message that was taken for the first time, as far as is known: for the watch over shapes. */
  readonly onTaken?: (source: KnownSource, messages: readonly Received[]) => void;
};

const flushEvery = 5000;

export async function openCollector(options: CollectorOptions): Promise<Collector> {
  const { control, effects, inbox } = options;
  const registry = await openRegistry(control);
  const interpret = options.interpret ?? createInterpret({ mappingOf: (slug) => registry.of(slug)?.settings.mapping });
  const recent = recentMessages();
  const counts = tally(control);
  const timer = setInterval(() => void counts.flush(), flushEvery);
  timer.unref();
  const collector: Omit<Collector, 'subscriptions' | 'changed' | 'close'> = {
    registry,
    recent,
    interpret,
    tally: counts,
    take: async (source, messages) => {
      if (messages.length === 0) return;
      const { accepted, duplicates } = await inbox.append(messages);
      counts.count(source.slug, effects.now(), { received: messages.length, duplicates });
      const again = (message: Received): boolean => duplicates > 0 && (accepted === 0 || recent.knows(source.slug, message.messageId));
      const seen = messages.map((message) => ({ message, duplicate: again(message) }));
      recent.add(source.slug, seen);
      options.onTaken?.(source, duplicates === 0 ? messages : seen.filter(({ duplicate }) => !duplicate).map(({ message }) => message));
    },
    placeOf: options.placeOf ?? (() => undefined),
    now: effects.now,
    randomId: effects.randomId,
  };
  const subscriptions = openSubscriptions(collector);
  await subscriptions.sync();
  return {
    ...collector,
    subscriptions,
    changed: async () => {
      await registry.reload();
      await subscriptions.sync();
    },
    close: async () => {
      clearInterval(timer);
      await subscriptions.close();
      await counts.flush();
    },
  };
}
