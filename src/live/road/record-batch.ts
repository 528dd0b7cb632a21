import type { Interpret } from '../../contract/index.ts';
import { ClienteleError, type Instant, instant } from '../../core/index.ts';
import { type KnownPeople, type LiveRow, recordLiveRows } from '../../ingest/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import { setCounter } from '../../warehouse/index.ts';
import type { Stored } from '../inbox/open-inbox.ts';
import type { QuarantinedRow } from '../inbox/protocol.ts';
import type { LiveWorld } from '../world/live-world.ts';

/** Where the road has come to: the place of the newest message whose facts are in the warehouse. */
export const watermark = 'live_watermark';

export type WhatCame = {
  /** Names of events that were recorded. */
  readonly events: ReadonlySet<string>;
  readonly orders: boolean;
};

export type Done = {
  /** Told whom a batch of events alone speaks of, before it is recorded, and when the first of its messages was received and the first of its events happened. */
  readonly found?: (profiles: ReadonlySet<number>, came: { readonly received: Instant; readonly happened: Instant }) => void;
  /** The place that the road has come to with these; undefined for messages of before that are read again. */
  readonly upTo: number | undefined;
  readonly quarantine: (rows: readonly QuarantinedRow[]) => Promise<void>;
};

/**
 * Messages → what they say → facts, in one transaction with the watermark: a message is in the warehouse with everything it says or not at all, and never
 * twice. Those that say nothing that can be recorded are answered for the quarantine. Whom something was told about stands in `live_queue`.
 */
export async function recordBatch(world: LiveWorld, messages: readonly Stored[], interpret: Interpret, known: KnownPeople, done: Done): Promise<WhatCame> {
  const { warehouse, effects } = world;
  const rows: (LiveRow & { readonly seq: number })[] = [];
  const quarantined: QuarantinedRow[] = [];
  for (const message of messages) {
    const interpreted = interpret(message);
    if (!interpreted.ok)
      quarantined.push({ seq: message.seq, reason: interpreted.reason, field: interpreted.field, hint: interpreted.hint, at: effects.now() });
    else
      interpreted.records.forEach((record, index) => {
        const key = interpreted.records.length === 1 ? message.messageId : `${message.messageId}#${index}`;
        rows.push({ seq: message.seq, source: message.source, key, receivedAt: message.receivedAt, record });
      });
  }
  const context = { warehouse, workspace: world.workspace(), effects, decisions: await world.decisions() };
  const came = await warehouse.transaction(async () => {
    const found = (profiles: ReadonlySet<number>): void =>
      done.found?.(profiles, { received: instant(Math.min(...rows.map(({ receivedAt }) => receivedAt))), happened: earliest(rows) });
    const recorded = rows.length === 0 ? undefined : await recordLiveRows(context, rows, known, found);
    for (const { index, ...refused } of recorded?.refused ?? []) quarantined.push({ seq: rows[index]?.seq ?? 0, ...refused, at: effects.now() });
    if (recorded !== undefined) {
      const more = recorded.moved || recorded.traits;
      // Somebody new has no facts but these: nothing comes of them before the shortest window has passed.
      const traits = more || recorded.named;
      await warehouse.run(
        sql`insert into live_queue select distinct profile, ${traits}, ${more ? sql`null::TIMESTAMP` : sql`${timestamp(earliest(rows))}::TIMESTAMP`} from live_touched`,
      );
    }
    // Before the commit: what is noted twice is noted once, and what is not noted is not lost either.
    await done.quarantine(quarantined);
    if (done.upTo !== undefined) await setCounter(warehouse, watermark, done.upTo);
    return { events: recorded?.events ?? new Set<string>(), orders: recorded?.orders ?? false };
  });
  await tidied(warehouse);
  return came;
}

/** Everything is in by then: whatever fails here says nothing of the messages, which are not to be recorded in halves. */
class AfterTheCommit extends Error {}

async function tidied(warehouse: LiveWorld['warehouse']): Promise<void> {
  try {
    await warehouse.tidy();
  } catch (cause) {
    throw new AfterTheCommit(`after the commit: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** When the first of them happened. */
const earliest = (rows: readonly LiveRow[]): Instant =>
  instant(
    Math.min(
      ...rows.map(({ record }) =>
        record.kind === 'event' || record.kind === 'feedback' ? record.occurredAt : record.kind === 'order' ? (record.orderedAt ?? 0) : 0,
      ),
    ),
  );

/** As `recordBatch`; where it fails, the batch is halved until the message that can not be recorded stands alone, and goes into quarantine. */
export async function recordWhatCanBe(world: LiveWorld, messages: readonly Stored[], interpret: Interpret, known: KnownPeople, done: Done): Promise<WhatCame> {
  try {
    return await recordBatch(world, messages, interpret, known, done);
  } catch (error) {
    known.clear();
    if (isOfTheStore(error)) throw error;
    const [only, ...more] = messages;
    if (only !== undefined && more.length === 0) {
      const reason = `could not be recorded: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`;
      const refuse: Interpret = () => ({
        ok: false,
        reason,
        field: null,
        hint: 'This is a fault of Clientele: report it, then replay the message with a newer version.',
      });
      return await recordBatch(world, messages, refuse, known, done);
    }
    const half = Math.ceil(messages.length / 2);
    const first = messages.slice(0, half);
    const before = await recordWhatCanBe(world, first, interpret, known, { ...done, upTo: done.upTo === undefined ? undefined : first.at(-1)?.seq });
    const after = await recordWhatCanBe(world, messages.slice(half), interpret, known, done);
    return { events: before.events.union(after.events), orders: before.orders || after.orders };
  }
}

/** Trouble with the disk or with memory is not the message's fault. */
const isOfTheStore = (error: unknown): boolean =>
  error instanceof ClienteleError ||
  error instanceof AfterTheCommit ||
  (error instanceof Error && /IO Error|Out of Memory|No space|FATAL|INTERNAL|TransactionContext|Interrupt/i.test(error.message));
