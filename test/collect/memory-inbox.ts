import type { Inbox, Received } from '../../src/contract/index.ts';

/** An inbox that keeps its promise in memory: each (source, messageId) once. */
export function memoryInbox(): Inbox & { readonly messages: () => readonly Received[] } {
  const kept = new Map<string, Received>();
  return {
    append: async (messages) => {
      let accepted = 0;
      for (const message of messages) {
        const key = `${message.source} ${message.messageId}`;
        if (kept.has(key)) continue;
        kept.set(key, message);
        accepted += 1;
      }
      return { accepted, duplicates: messages.length - accepted };
    },
    messages: () => [...kept.values()],
  };
}
