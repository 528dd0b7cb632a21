import type { LiveMessage } from '../../contract/index.ts';
import type { Collector } from './collector.ts';
import { toldMessage } from './told.ts';

/** The newest of a source as the debugger shows them; `status` says whether they could be read by now. */
export async function quarantined(
  { quarantine, judge }: Pick<Collector, 'quarantine' | 'judge'>,
  slug: string,
  limit: number,
): Promise<readonly LiveMessage[]> {
  const waiting = (await quarantine?.of(slug, 0, -limit)) ?? [];
  return waiting.map(({ message }) => toldMessage({ message, duplicate: false }, judge(message)));
}

export type Replayed = { readonly recorded: number; readonly still: number };

const atOnce = 500;

/**
 * Sends again what can be read by now. Each goes back in as a message of its own before its mark is taken away: a crash between the two sends it once more, and the inbox
 * knows it by then.
 */
export async function replay(collector: Collector, slug: string): Promise<Replayed> {
  const source = collector.registry.of(slug);
  let [recorded, still, after] = [0, 0, 0];
  for (;;) {
    const waiting = (await collector.quarantine?.of(slug, after, atOnce)) ?? [];
    const last = waiting.at(-1);
    if (last === undefined || source === undefined) return { recorded, still };
    after = last.seq;
    const readable = waiting.filter(({ message }) => collector.judge(message).ok);
    await collector.take(
      source,
      readable.map(({ message }) => ({ ...message, messageId: `${message.messageId}#replayed` })),
    );
    await collector.quarantine?.release(readable.map(({ seq }) => seq));
    recorded += readable.length;
    still += waiting.length - readable.length;
  }
}
