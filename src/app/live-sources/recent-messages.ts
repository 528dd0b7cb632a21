import type { Received } from '../../contract/index.ts';

/** A message as it was taken, for whoever looks on. One that was `refused` was not taken: whoever sent it was told so, and it is kept nowhere else. */
export type Seen = { readonly message: Received; readonly duplicate: boolean; readonly refused?: true };

export type RecentMessages = {
  readonly add: (slug: string, seen: readonly Seen[]) => void;
  /** Newest first. */
  readonly of: (slug: string) => readonly Seen[];
  /** What was there before any of them, oldest first; those that stand there already are left out. */
  readonly before: (slug: string, messages: readonly Received[]) => void;
  readonly knows: (slug: string, messageId: string) => boolean;
  readonly follow: (slug: string, listener: (seen: readonly Seen[]) => void) => () => void;
};

/** So many of each source are shown. */
export const mostRecent = 200;

/** The last messages of each source, in memory: the debugger shows what arrives now, the inbox keeps everything. */
export function recentMessages(most = mostRecent): RecentMessages {
  const kept = new Map<string, Seen[]>();
  const listeners = new Map<string, Set<(seen: readonly Seen[]) => void>>();
  return {
    add: (slug, seen) => {
      const list = kept.get(slug) ?? [];
      list.push(...seen.slice(-most));
      // Cut now and then: shifting an array for every message would cost more than the message.
      if (list.length > 2 * most) list.splice(0, list.length - most);
      kept.set(slug, list);
      for (const listener of listeners.get(slug) ?? []) listener(seen);
    },
    of: (slug) => (kept.get(slug) ?? []).slice(-most).toReversed(),
    before: (slug, messages) => {
      const list = kept.get(slug) ?? [];
      const ids = new Set(list.map(({ message }) => message.messageId));
      const older = messages.filter(({ messageId }) => !ids.has(messageId)).map((message) => ({ message, duplicate: false }));
      kept.set(slug, [...older, ...list]);
    },
    knows: (slug, messageId) => kept.get(slug)?.some(({ message }) => message.messageId === messageId) ?? false,
    follow: (slug, listener) => {
      const set = listeners.get(slug) ?? new Set();
      set.add(listener);
      listeners.set(slug, set);
      return () => set.delete(listener);
    },
  };
}
