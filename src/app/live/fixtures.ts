import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Interpret, JsonObject, LiveIdentifier, LiveRecord, Received } from '../../contract/index.ts';
import { type Instant, instant, parseInstant } from '../../core/index.ts';
import type { InboxOptions } from '../../live/index.ts';
import { type Desk, openDesk } from '../desk.ts';
import { type App, openApp } from '../open.ts';
import { refreshAll } from '../refresh.ts';
import { createSegmentFrom } from '../segment-changes.ts';
import { type Live, openLive, openLiveInbox } from './open-live.ts';

/** A message of a test holds what it says, ready made. */
export const interpretRecords: Interpret = ({ body }) =>
  Array.isArray(body['records'])
    ? { ok: true, records: body['records'] as unknown as LiveRecord[] }
    : { ok: false, reason: 'no records', field: 'records', hint: 'Send records.' };

export type LiveShop = {
  readonly app: App;
  readonly desk: Desk;
  /** Segments by name and text, after a refresh: words that facts have brought are known. */
  readonly define: (segments: readonly (readonly [name: string, text: string])[]) => Promise<void>;
  readonly live: Live;
  readonly clock: { now: Instant };
  readonly send: (...messages: readonly (readonly [id: string, ...records: readonly LiveRecord[]])[]) => Promise<void>;
  readonly close: () => Promise<void>;
};

export const at = (text: string): Instant => parseInstant(text) ?? instant(Number.NaN);

/** An order that says no more of itself than `more` does. */
export const orderOf = (who: LiveIdentifier, orderId: string, when: string, more: Partial<Extract<LiveRecord, { kind: 'order' }>> = {}): LiveRecord => ({
  kind: 'order',
  identifiers: [who],
  orderId,
  orderedAt: at(when),
  observedAt: at(when),
  status: null,
  currency: null,
  total: 10,
  subtotal: null,
  discount: null,
  shipping: null,
  tax: null,
  refunded: null,
  fields: {},
  properties: {},
  ...more,
});

/** An empty workspace with live data, at a clock that is set by hand. */
export async function openLiveShop(
  options: { readonly folder?: string; readonly now?: string; readonly inbox?: InboxOptions; readonly zone?: string } = {},
): Promise<LiveShop> {
  const root = options.folder ?? (await mkdtemp(join(tmpdir(), 'clientele-live-')));
  const clock = { now: at(options.now ?? '2026-06-01T12:00:00Z') };
  let random = 0;
  const effects = { now: () => clock.now, randomId: () => (random += 1).toString(16).padStart(32, '0'), progress: () => undefined };
  const app = await openApp(join(root, 'data'), effects, { create: { timezone: options.zone ?? 'UTC' } });
  const desk = await openDesk(app, 1);
  const inbox = await openLiveInbox(app, options.inbox);
  const live = await openLive(desk, { inbox, interpret: interpretRecords, failed: (error) => process.stderr.write(`${String(error)}\n`) });
  return {
    app,
    desk,
    live,
    clock,
    define: (segments) =>
      desk.write(async (own) => {
        await refreshAll(own, undefined);
        for (const [name, text] of segments)
          await createSegmentFrom(own, { name, text, folder: undefined, slug: undefined, note: undefined, author: 'test', asOf: undefined });
      }),
    send: async (...messages) => {
      const received = messages.map(
        ([messageId, ...records]): Received => ({ source: 'web', messageId, receivedAt: clock.now, body: { records } as unknown as JsonObject }),
      );
      await live.append(received);
      await live.settled();
    },
    close: async () => {
      await live.stop();
      await desk.close();
      await app.close();
      if (options.folder === undefined) await rm(root, { recursive: true, force: true });
    },
  };
}
