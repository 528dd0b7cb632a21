import { isDeepStrictEqual } from 'node:util';
import type { Interpret, MembershipMoved } from '../../contract/index.ts';
import { type Instant, instant } from '../../core/index.ts';
import { beginClustering, clusterEvents, type KnownPeople, type Laying } from '../../ingest/index.ts';
import { sql } from '../../sql/index.ts';
import { counter, setCounter, type Warehouse } from '../../warehouse/index.ts';
import { type Bus, createBus } from '../bus.ts';
import type { OpenInbox, Stored } from '../inbox/open-inbox.ts';
import { type CurrentMembers, loadMembers } from '../members/current-members.ts';
import { changesAfter } from '../members/record-changes.ts';
import type { Defined, Definitions, LiveWorld } from '../world/live-world.ts';
import { type DueNow, queueDue } from '../time/due-table.ts';
import { openHorizon } from '../time/horizon.ts';
import { eventsAhead } from '../world/events-ahead.ts';
import { openLateFeatures } from './late-features.ts';
import { readOnce } from '../world/read-once.ts';
import { layoutFor } from '../world/layout-for.ts';
import { bringsWords, keepWords, queueAgain } from '../world/keep-words.ts';
import { type Layout, mostInside, mostInWide } from '../world/small-world.ts';
import { type Touched, withThose } from '../world/touched.ts';
import { evaluateQueue, type Evaluating, waitingIn, warmUp } from './evaluate-queue.ts';
import { letGoOfRows } from './let-go.ts';
import { pausesAfterFailures } from './pauses.ts';
import { rescore } from './rescore.ts';
import { trimmingNow } from './trim.ts';
import { dayIsOver, nextInstant, timePasses, whatWaits } from './what-waits.ts';
import { recordWhatCanBe, watermark, type WhatCame } from './record-batch.ts';

export type Road = {
  readonly subscribe: Bus['subscribe'];
  /** Changes after a place in the history (`id` of the last one seen; 0 for all), in order. */
  readonly changesAfter: (seq: number, limit: number) => Promise<readonly MembershipMoved[]>;
  /** Resolves when everything that has arrived so far is recorded and evaluated. */
  readonly settled: () => Promise<void>;
  /** Something besides the road has changed anything (facts, definitions, members), or definitions alone: what is held in memory of it is read again. */
  readonly changedOutside: (changed: 'anything' | 'definitions') => void;
  /** Writes down who is in which segment. For whoever has the turn among the writers. */
  readonly keepMembers: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export type RoadOptions = {
  readonly inbox: OpenInbox;
  readonly interpret: Interpret;
  readonly world: LiveWorld;
  /** Runs work while nobody else writes to the warehouse; `quiet` work changes nothing that anybody sees. */
  readonly write: <T>(work: () => Promise<T>, quiet?: boolean) => Promise<T>;
  /** A connection for whoever reads the history beside the road, and one for looking ahead in time, which takes a while. */
  readonly reader: LiveWorld['warehouse'];
  readonly looker: LiveWorld['warehouse'];
  /** One for what is asked between two rounds, when somebody else may have the turn, and a transaction on the connection of the rounds. */
  readonly between: LiveWorld['warehouse'];
  readonly failed: (error: unknown) => void;
  /** Messages that are recorded together at most. */
  readonly mostAtOnce?: number;
};

/**
 * As many as the small world holds customers, with room for those whom time moves, while the road keeps pace: a round of few is quick. Where more wait they are taken
 * together, which costs less each.
 */
const mostQuickly = mostInside - 10;
const mostAtOnce = 2000;
const behind = 2 * mostInside;
/** Members are written down so often at most, and in a tenth of the time. */
const keepEvery = 2000;
/** After so many messages their events are laid as an import lays them, which takes about a second; else at midnight. Where all are to be laid, a piece of them after each round. */
const mostLoose = 250_000;
/** After so many messages the rows that were taken out for them are let go, once nobody brings up late features; a tenth as many later again where somebody read. */
const mostDead = 50_000;
/** A clock may be set, and a machine may sleep: how late it is is looked at so often, which reads no facts. */
const clockLooked = 30_000;

/**
 * The one road of live data: what waits in the inbox is recorded as one batch, then everybody it speaks of is evaluated, then who entered and who left is
 * told. While one batch is on its way the next gathers, so the busier it is, the larger the batches.
 */
export async function startRoad(options: RoadOptions): Promise<Road> {
  const { inbox, world, write } = options;
  const { warehouse } = world;
  const bus = createBus(options.failed);
  const known: KnownPeople = new Map();
  let members: CurrentMembers | undefined;
  let defined: Defined | undefined;
  let definitions: Definitions | undefined;
  let layout: Layout | undefined;
  let stopped = false;
  let place = await counter(warehouse, watermark);
  let told = await counter(warehouse, 'membership_seq');
  const before = inbox.last();
  let keepAgain = Date.now() + keepEvery;
  // Somebody moved and it is not written down yet; features were brought up and nobody who looks on knows.
  let unkept = false;
  let brought = false;
  // Traits may be others than those that definitions can speak of.
  let unworded = true;
  let resume: () => void = () => undefined;
  const pauses = pausesAfterFailures();
  let isNews = false;
  let stale: 'no' | 'perhaps' | 'yes' = 'yes';
  let asked = false;
  let unscored = false;
  let scoreAgain = 0;
  let loose = 0;
  let laying: Laying | undefined;
  let dead = 0;
  let isWarm = false;
  // A round failed: whether what it did is committed (what tidies up after it may be what failed) the warehouse says.
  let isUnsure = false;
  const waiting = new Set<{ readonly until: number; readonly resolve: () => void }>();
  inbox.done(place);

  /** Also while it is about to lie down. */
  const wake = (): void => {
    isNews = true;
    resume();
  };

  const tell = async (): Promise<void> => {
    for (;;) {
      const moved = await changesAfter(warehouse, told, 10_000);
      const last = moved.at(-1);
      if (last === undefined) return;
      told = Number(last.id);
      bus.publish(moved);
    }
  };

  /** What a round has just committed. Where others have written to the history in between, it is read. */
  const tellNow = async (moved: readonly MembershipMoved[]): Promise<void> => {
    const [first] = moved;
    if (first === undefined) return;
    if (Number(first.id) !== told + 1) return tell();
    told += moved.length;
    bus.publish(moved);
  };

  const ahead = eventsAhead(world.small);
  const horizon = openHorizon(world, write);
  let facts = 0;
  let looking: Promise<unknown> = Promise.resolve();
  let isLooking = 0;
  const lookAhead = (of: Definitions, from: Instant): void => {
    isLooking += 1;
    looking = looking
      .then(() => horizon.lookAheadForAll(options.looker, of, from))
      .catch((error: unknown) => (stopped ? undefined : options.failed(error)))
      .finally(() => {
        isLooking -= 1;
        wake();
      });
  };

  const late = openLateFeatures(world, (error) => {
    if (error !== undefined) options.failed(error);
    else brought = true;
    wake();
  });

  const refresh = async (): Promise<Now | undefined> => {
    const before = stale;
    // Before anything is read: definitions may be changed meanwhile.
    stale = 'no';
    const again = before === 'yes' || members === undefined || definitions === undefined || layout === undefined;
    const now = again || before === 'perhaps' ? await world.definitions() : undefined;
    if (now !== undefined && (again || !isDeepStrictEqual(now, defined))) {
      // Members by a definition that is another now are held no longer, so they are written down first.
      if (before === 'perhaps') await members?.keep(warehouse, world.effects.now());
      known.clear();
      unworded = true;
      defined = now;
      definitions = readOnce(defined);
      members = await loadMembers(warehouse, definitions.versions);
      layout = (await neverRefreshed(warehouse)) ? undefined : await layoutFor(world, definitions);
      const version = await counter(warehouse, 'facts_version');
      if (layout !== undefined) await late.afterChange(layout);
      if (version !== facts) horizon.forget();
      facts = version;
      if (timePasses(world) && !(await neverRefreshed(warehouse))) lookAhead(definitions, instant(await counter(warehouse, 'refreshed_as_of')));
      await tell();
    }
    return members === undefined || definitions === undefined || layout === undefined ? undefined : { members, definitions, layout };
  };

  const askTheWarehouse = async (): Promise<void> => {
    place = await counter(options.between, watermark);
    stale = 'yes';
    isUnsure = false;
  };

  const beginTheDay = async (): Promise<void> => {
    await late.running();
    await members?.keep(warehouse, world.effects.now());
    await clusterEvents(warehouse, world.effects.now());
    laying = undefined;
    await world.refreshEverything(world.effects.now());
    horizon.forget();
    stale = 'yes';
  };

  const refreshForTheFirstTime = async (): Promise<void> => {
    await setCounter(warehouse, 'facts_version', Math.max(1, await counter(warehouse, 'facts_version')));
    await world.refreshEverything(world.effects.now());
    await warehouse.run(sql`delete from live_queue`);
    await warehouse.run(sql`delete from late_features`);
    stale = 'yes';
  };

  const record = async (messages: readonly Stored[], upTo: number, of: Layout | undefined, queued: readonly Touched[]): Promise<WhatCame> => {
    // What lay there already may have been put aside, and sent in again since: then it is recorded as what was sent in again.
    const again = place < before ? await inbox.sentAgain(place, upTo) : new Set();
    const came = await warehouse.unaided(() =>
      recordWhatCanBe(world, again.size === 0 ? messages : messages.filter(({ seq }) => !again.has(seq)), options.interpret, known, {
        upTo,
        ...(of === undefined ? {} : { found: (profiles, what) => ahead.begin(withThose(queued, profiles, what.happened), what.received, of) }),
        quarantine: async (rows) => (rows.length === 0 ? undefined : inbox.quarantine(rows)),
      }),
    );
    place = upTo;
    loose += messages.length;
    dead += messages.length;
    inbox.done(place);
    return came;
  };

  /** Everybody in the queue, and what is to be tidied up after it. */
  const lookAtThem = async (
    now: Now,
    { came, due }: { readonly came: WhatCame; readonly due: DueNow },
    { isRestful, isLate }: { readonly isRestful: boolean; readonly isLate: boolean },
  ): Promise<void> => {
    unscored ||= came.orders;
    const looked: number[] = [];
    for (let full = true; full; ) {
      const { profiles, moved, traits } = await evaluateQueue(world, { ...now, horizon, due, ahead }, world.effects.now());
      if (profiles.length > 0 && !now.layout.asksFeatures) late.wait();
      full = profiles.length === mostInWide;
      looked.push(...profiles);
      unkept ||= moved.length > 0;
      unworded ||= traits;
      await tellNow(moved);
    }
    const isTime = (): boolean => unscored && (isRestful || Date.now() > scoreAgain);
    if (isTime()) await late.bringAll(now);
    if (isTime()) {
      unscored = false;
      const began = Date.now();
      await rescore(world, now.definitions);
      // Whatever the size of the shop, scoring everybody takes a tenth of the time at most.
      scoreAgain = Date.now() + 10 * (Date.now() - began);
    }
    if (laying !== undefined) {
      if (!(await laying.next())) laying = undefined;
    } else if (loose > mostLoose) {
      laying = await beginClustering(warehouse, world.effects.now());
      loose = 0;
    }
    if (dead > mostDead && !late.isRunning()) dead = (await letGoOfRows(warehouse)) ? 0 : (mostDead * 9) / 10;
    if (isLate) late.bring(now);
    if (unworded || bringsWords(now.definitions.vocabulary, came.events)) {
      unworded = false;
      if (await keepWords(warehouse, now.definitions.vocabulary, came.events)) {
        // Conditions that speak of what came for the first time were asked before anybody knew the word.
        await queueAgain(warehouse, looked);
        stale = 'yes';
      }
    }
    if (Date.now() > keepAgain) {
      const began = Date.now();
      await now.members.keep(warehouse, world.effects.now());
      unkept = false;
      // While it is looked ahead it is not known yet what time has changed.
      if (timePasses(world) && isLooking === 0)
        await setCounter(warehouse, 'refreshed_as_of', Math.max(world.effects.now(), await counter(warehouse, 'refreshed_as_of')));
      keepAgain = Date.now() + Math.max(keepEvery, 10 * (Date.now() - began));
    }
  };

  const step = async (): Promise<boolean> => {
    if (isUnsure) await askTheWarehouse();
    const most = options.mostAtOnce ?? (inbox.last() - place > behind ? mostAtOnce : mostQuickly);
    const [messages, { isQueued, due, made }] = await Promise.all([inbox.last() > place ? inbox.read(place, most) : [], whatWaits(options.between)]);
    const last = messages.at(-1);
    const isDue = timePasses(world) && due !== null && due <= world.effects.now();
    const isNewDay = dayIsOver(world, made);
    const isLate = late.isDue(last === undefined);
    const isKept = !unkept || Date.now() <= keepAgain;
    const isQuiet = last === undefined && !isQueued && !isDue && !isNewDay && !unscored && !isLate && isKept && !brought && laying === undefined;
    if (isQuiet && stale === 'no') return false;
    brought = false;
    const began = { came: { events: new Set<string>(), orders: false } as WhatCame, due: new Map() as DueNow, isAll: false };
    // Two turns: whoever waits to write does so between them, as after a crash at that moment.
    await write(async () => {
      if (isNewDay) await beginTheDay();
      const now = await refresh();
      if (isDue) began.due = await warehouse.transaction(() => queueDue(warehouse, world.effects.now()));
      // Those who wait already are looked at in the same round: their events are read ahead, too.
      if (last !== undefined) began.came = await record(messages, last.seq, now?.layout, isQueued || isDue ? await waitingIn(warehouse, mostInside + 1) : []);
      began.isAll = now === undefined;
      if (began.isAll) await refreshForTheFirstTime();
    }, isQuiet);
    if (began.isAll) return true;
    await write(async () => {
      // What was read ahead is of the layout of before, so that it is read again where somebody has written.
      const now = await refresh();
      if (now !== undefined) await lookAtThem(now, began, { isRestful: last === undefined, isLate });
    }, isQuiet);
    return true;
  };

  const trim = trimmingNow(warehouse, options.failed);
  const isRunning = (): boolean => !stopped;
  const run = async (): Promise<void> => {
    while (isRunning()) {
      try {
        isNews = false;
        const isMore = await step();
        pauses.over();
        trim();
        if (isMore) continue;
        asked = false;
        if (!isWarm && definitions !== undefined && layout !== undefined) {
          isWarm = true;
          const now = { definitions, layout, horizon, due: new Map() };
          await write(() => warmUp(world, now, world.effects.now()), true);
          continue;
        }
        for (const one of waiting) {
          if (one.until > place || isLooking > 0 || late.isWaiting()) continue;
          waiting.delete(one);
          one.resolve();
        }
        const next = await nextInstant(world, options.between);
        await new Promise<void>((resolve) => {
          const untilKept = unkept ? keepAgain - Date.now() + 1 : clockLooked;
          const timer = setTimeout(resolve, Math.max(1, Math.min(clockLooked, untilKept, Math.ceil((next - world.effects.now()) / 1000))));
          resume = () => {
            clearTimeout(timer);
            resolve();
          };
          if (isNews || inbox.last() > place || stopped || stale !== 'no' || asked) resume();
        });
      } catch (error) {
        await ahead.ended();
        known.clear();
        unworded = true;
        // Nobody is to write down what it holds, which may lack what was committed.
        members = undefined;
        isUnsure = true;
        options.failed(error);
        await pauses.wait();
      }
    }
  };

  const unsubscribe = inbox.onNews(() => wake());
  const running = run();
  return {
    subscribe: bus.subscribe,
    changesAfter: (seq, limit) => changesAfter(options.reader, seq, limit),
    settled: () =>
      new Promise((resolve) => {
        waiting.add({ until: inbox.last(), resolve });
        asked = true;
        wake();
      }),
    changedOutside: (changed) => {
      if (stale !== 'yes') stale = changed === 'anything' ? 'yes' : 'perhaps';
      wake();
    },
    keepMembers: async () => {
      if (layout !== undefined && definitions !== undefined) await late.bringAll({ layout, definitions });
      await members?.keep(warehouse, world.effects.now());
    },
    stop: async () => {
      stopped = true;
      unsubscribe();
      wake();
      pauses.end();
      await running;
      // What looks ahead in time looks again at the next start.
      options.looker.interrupt();
      await looking;
      await late.running();
      await write(async () => members?.keep(warehouse, world.effects.now()));
      for (const { resolve } of waiting) resolve();
    },
  };
}

type Now = Omit<Evaluating, 'horizon' | 'due' | 'ahead'>;

/** A workspace that live data comes to first has no features and no segments yet. */
const neverRefreshed = async (warehouse: Warehouse): Promise<boolean> => (await counter(warehouse, 'features_version')) === 0;
