import type { Interpret, MembershipMoved } from '../../contract/index.ts';
import { type Instant, instant, startOfPeriod } from '../../core/index.ts';
import { clusterEvents, type KnownPeople } from '../../ingest/index.ts';
import { rescoreFeatures } from '../../profiles/index.ts';
import { sql } from '../../sql/index.ts';
import { counter, setCounter, type Warehouse } from '../../warehouse/index.ts';
import { type Bus, createBus } from '../bus.ts';
import type { OpenInbox } from '../inbox/open-inbox.ts';
import { type CurrentMembers, loadMembers } from '../members/current-members.ts';
import { changesAfter } from '../members/record-changes.ts';
import type { Definitions, LiveWorld } from '../world/live-world.ts';
import { type DueNow, queueDue, soonestDue } from '../time/due-table.ts';
import { openHorizon } from '../time/horizon.ts';
import { layoutFor } from '../world/layout-for.ts';
import { keepWords } from '../world/keep-words.ts';
import { type Layout, mostInWide } from '../world/small-world.ts';
import { evaluateQueue, type Evaluating } from './evaluate-queue.ts';
import { recordWhatCanBe, watermark, type WhatCame } from './record-batch.ts';

export type Road = {
  readonly subscribe: Bus['subscribe'];
  /** Changes after a place in the history (`id` of the last one seen; 0 for all), in order. */
  readonly changesAfter: (seq: number, limit: number) => Promise<readonly MembershipMoved[]>;
  /** Resolves when everything that has arrived so far is recorded and evaluated. */
  readonly settled: () => Promise<void>;
  /** Something besides the road has changed facts, definitions or members: what is held in memory is read again. */
  readonly changedOutside: () => void;
  /** Writes down who is in which segment. For whoever has the turn among the writers. */
  readonly keepMembers: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export type RoadOptions = {
  readonly inbox: OpenInbox;
  readonly interpret: Interpret;
  readonly world: LiveWorld;
  /** Runs work while nobody else writes to the warehouse. */
  readonly write: <T>(work: () => Promise<T>) => Promise<T>;
  /** A connection for whoever reads the history beside the road, and one for looking ahead in time, which takes a while. */
  readonly reader: LiveWorld['warehouse'];
  readonly looker: LiveWorld['warehouse'];
  readonly failed: (error: unknown) => void;
  /** Messages that are recorded together at most. */
  readonly mostAtOnce?: number;
};

const mostAtOnce = 2000;
const keepEvery = 2000;
/** After so many messages their events are laid as an import lays them, which takes about a second; else at midnight. */
const mostLoose = 250_000;
const pauseAfterFailure = 1000;
/** A clock may be set, and a machine may sleep: how late it is is looked at so often, which reads no facts. */
const clockLooked = 30_000;

/**
 * The one road of live data: what waits in the inbox is recorded as one batch, then everybody it speaks of is evaluated, then who entered and who left is
 * told. While one batch is on its way the next gathers, so the busier it is, the larger the batches.
 */
export async function startRoad(options: RoadOptions): Promise<Road> {
  const { inbox, world, write } = options;
  const { warehouse } = world;
  const bus = createBus();
  const known: KnownPeople = new Map();
  let members: CurrentMembers | undefined;
  let definitions: Definitions | undefined;
  let layout: Layout | undefined;
  let stopped = false;
  let place = await counter(warehouse, watermark);
  let told = await counter(warehouse, 'membership_seq');
  let keptAt = Date.now();
  let wake: () => void = () => undefined;
  let stale = true;
  let asked = false;
  let unscored = false;
  let scoreAgain = 0;
  let loose = 0;
  const waiting = new Set<{ readonly until: number; readonly resolve: () => void }>();
  inbox.done(place);

  const tell = async (): Promise<void> => {
    for (;;) {
      const moved = await changesAfter(warehouse, told, 10_000);
      const last = moved.at(-1);
      if (last === undefined) return;
      told = Number(last.id);
      bus.publish(moved);
    }
  };

  const horizon = openHorizon(world, write);
  let facts = 0;
  let looking: Promise<unknown> = Promise.resolve();
  const lookAhead = (of: Definitions): void => {
    looking = looking.then(() => horizon.lookAheadForAll(options.looker, of)).catch((error: unknown) => (stopped ? undefined : options.failed(error)));
  };

  const refresh = async (): Promise<Omit<Evaluating, 'horizon' | 'due'> | undefined> => {
    if (stale || members === undefined || definitions === undefined || layout === undefined) {
      stale = false;
      known.clear();
      definitions = await world.definitions();
      members = await loadMembers(warehouse, definitions.versions);
      layout = (await neverRefreshed(warehouse)) ? undefined : await layoutFor(world, definitions);
      const version = await counter(warehouse, 'facts_version');
      if (version !== facts) horizon.forget();
      facts = version;
      if (timePasses(world) && !(await neverRefreshed(warehouse))) lookAhead(definitions);
      await tell();
    }
    return layout === undefined ? undefined : { members, definitions, layout };
  };

  const step = async (): Promise<boolean> => {
    const messages = inbox.last() > place ? await inbox.read(place, options.mostAtOnce ?? mostAtOnce) : [];
    const last = messages.at(-1);
    const queued = await warehouse.row(sql`select 1 from live_queue limit 1`);
    const due = await soonestDue(warehouse);
    const isDue = timePasses(world) && due !== undefined && due <= world.effects.now();
    const isNewDay = await dayIsOver(world);
    if (last === undefined && queued === undefined && !stale && !isDue && !isNewDay && !unscored) return false;
    await write(async () => {
      if (isNewDay) {
        await members?.keep(warehouse, world.effects.now());
        await clusterEvents(warehouse, world.effects.now());
        await world.refreshEverything(world.effects.now());
        horizon.forget();
        stale = true;
      }
      const now = await refresh();
      let came: WhatCame = { events: new Set(), orders: false };
      const due: DueNow = isDue ? await warehouse.transaction(() => queueDue(warehouse, world.effects.now())) : new Map();
      if (last !== undefined) {
        came = await recordWhatCanBe(world, messages, options.interpret, known, {
          upTo: last.seq,
          quarantine: async (rows) => (rows.length === 0 ? undefined : inbox.quarantine(rows)),
        });
        place = last.seq;
        loose += messages.length;
        inbox.done(place);
      }
      if (now === undefined) {
        await setCounter(warehouse, 'facts_version', Math.max(1, await counter(warehouse, 'facts_version')));
        await world.refreshEverything(world.effects.now());
        await warehouse.run(sql`delete from live_queue`);
        stale = true;
        return;
      }
      unscored ||= came.orders;
      for (let full = true; full; ) {
        const { profiles } = await evaluateQueue(world, { ...now, horizon, due }, world.effects.now());
        full = profiles === mostInWide;
        if (full) await tell();
      }
      if (unscored && (last === undefined || Date.now() > scoreAgain)) {
        unscored = false;
        const began = Date.now();
        await rescore(world, now.definitions);
        // Whatever the size of the shop, scoring everybody takes a tenth of the time at most.
        scoreAgain = Date.now() + 10 * (Date.now() - began);
      }
      if (loose > mostLoose) {
        await clusterEvents(warehouse, world.effects.now());
        loose = 0;
      }
      if (await keepWords(warehouse, now.definitions.vocabulary, came.events)) stale = true;
      if (Date.now() - keptAt > keepEvery) {
        await now.members.keep(warehouse, world.effects.now());
        if (timePasses(world)) await setCounter(warehouse, 'refreshed_as_of', Math.max(world.effects.now(), await counter(warehouse, 'refreshed_as_of')));
        keptAt = Date.now();
      }
    });
    await tell();
    return true;
  };

  const isRunning = (): boolean => !stopped;
  const run = async (): Promise<void> => {
    while (isRunning()) {
      try {
        if (await step()) continue;
        asked = false;
        await looking;
        if (await step()) continue;
        for (const one of waiting) {
          if (one.until > place) continue;
          waiting.delete(one);
          one.resolve();
        }
        const next = await nextInstant(world);
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, Math.max(1, Math.min(clockLooked, Math.ceil((next - world.effects.now()) / 1000))));
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
          if (inbox.last() > place || stopped || stale || asked) wake();
        });
      } catch (error) {
        known.clear();
        options.failed(error);
        await new Promise((resolve) => setTimeout(resolve, pauseAfterFailure));
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
    changedOutside: () => {
      stale = true;
      wake();
    },
    keepMembers: async () => members?.keep(warehouse, world.effects.now()),
    stop: async () => {
      stopped = true;
      unsubscribe();
      wake();
      await running;
      // What looks ahead in time looks again at the next start.
      options.looker.interrupt();
      await looking;
      await write(async () => members?.keep(warehouse, world.effects.now()));
      for (const { resolve } of waiting) resolve();
    },
  };
}

/** Where the present is the end of the data, nothing changes by waiting. */
const timePasses = (world: LiveWorld): boolean => world.workspace().present === 'now';

/** What is about the day (days since an order, say) is of the day that the features were made on. */
async function dayIsOver(world: LiveWorld): Promise<boolean> {
  const made = await counter(world.warehouse, 'features_as_of');
  return made > 0 && timePasses(world) && startOfPeriod(instant(made), world.workspace().zone, 'day', 1) <= world.effects.now();
}

/** Scores among everybody move those that stand at an edge, who are looked at again. */
async function rescore({ warehouse }: LiveWorld, { settings }: Definitions): Promise<void> {
  await warehouse.transaction(async () => {
    await rescoreFeatures(warehouse, settings);
    await warehouse.run(sql`insert into live_queue select profile, false, null from rescored`);
  });
}

/** When time alone next has something to do. */
async function nextInstant(world: LiveWorld): Promise<Instant> {
  const midnight = startOfPeriod(world.effects.now(), world.workspace().zone, 'day', 1);
  const due = timePasses(world) ? await soonestDue(world.warehouse) : undefined;
  return due !== undefined && due < midnight ? due : midnight;
}

/** A workspace that live data comes to first has no features and no segments yet. */
const neverRefreshed = async (warehouse: Warehouse): Promise<boolean> => (await counter(warehouse, 'features_version')) === 0;
