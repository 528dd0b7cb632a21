import { ClienteleError, type Workspace } from '../core/index.ts';
import { createPreviewCache } from '../segments/index.ts';
import { counter, type Warehouse } from '../warehouse/index.ts';
import type { App } from './open.ts';
import { featureSettings, lifecycleStages } from './settings.ts';
import { pace } from './pace.ts';
import { readWorkspace } from './workspace.ts';

/**
 * One open workspace served to many at once. Readers each have a connection of their own and see what is committed; whoever
 * writes waits for the writer before. So an import of minutes keeps nobody from looking.
 */
export type Desk = {
  readonly app: App;
  readonly read: <T>(work: (app: App) => Promise<T>, signal?: AbortSignal) => Promise<T>;
  readonly write: <T>(work: (app: App) => Promise<T>) => Promise<T>;
  /**
   * The same for what lies in the control store alone, such as names, folders and drafts: it waits for whoever writes, but not for live data, and nothing that is held of facts and members is put down or
   * read again for it. Of the facts it may read what is committed.
   */
  readonly define: <T>(work: (app: App) => Promise<T>) => Promise<T>;
  /**
   * A turn among the writers for live data, which comes several times a second: kept answers are cleared soon after the first and then only every few seconds, and nobody
   * who was told of writes is told of it. A `quiet` turn changes nothing that anybody sees, so what is kept stays.
   */
  readonly writeLive: <T>(work: () => Promise<T>, quiet?: boolean) => Promise<T>;
  /**
   * Live data is at work from here on: members are moved at the instant that moves them. Called around each `write`, in its turn: before it, what is held in memory is put down; after it, and
   * after each `define`, what is no longer as it was is read again.
   */
  readonly aroundWrites: (around: AroundWrites) => () => void;
  /**
   * A read whose answer is kept under this key, for what many ask and costs much; those who ask meanwhile share it. It is kept until
   * something is written; with `of: 'facts'` until facts, features or settings are others, for answers that no definition changes.
   */
  readonly readKept: <T>(key: string, work: (app: App) => Promise<T>, of?: 'anything' | 'facts') => Promise<T>;
  readonly workspace: () => Workspace;
  /** Changes when figures about customers may have. */
  readonly factsStamp: () => string;
  /** Notes whom live data has just been evaluated for. */
  readonly noteLive: (profiles: ArrayLike<number>) => void;
  /** Gathers whom live data is evaluated for from now on; `stop` answers them. */
  readonly watchLive: () => { readonly stop: () => ReadonlySet<number> };
  /** How often something has been written: another number, another state. */
  readonly writes: () => number;
  /** The same for what live data has written. */
  readonly liveWrites: () => number;
  /** Calls back when what live data wrote can be read: kept answers of before it are gone. Returns how to stop. */
  readonly onLiveShown: (shown: () => void) => () => void;
  /** From now on nobody writes: what is prepared beside the workspace takes its place when it is opened again. */
  readonly seal: () => void;
  /** Stops what is being read at this moment: for the end, when nobody waits for the answers any more. */
  readonly abandonReads: () => void;
  /** Ends the readers' connections; the app itself is closed by whoever opened it. */
  readonly close: () => Promise<void>;
};

export type AroundWrites = { readonly before: () => Promise<void>; readonly after: (changed: 'anything' | 'definitions') => void };

/** Kept answers are at most so old while live data comes in; a few that come after a pause, as one visitor's clicks in a small shop, are seen almost at once. */
const liveClearEvery = 5000;
const liveClearSoon = 200;
const liveClearsAtOnce = 5;

/** Answers kept at once, of each sort; the oldest goes first. */
const mostKept = 300;

/** Everything that figures about customers are made from, besides definitions. */
async function factsStamp({ warehouse, control }: App, workspace: Workspace): Promise<string> {
  const names = ['facts_version', 'features_version', 'features_as_of'];
  const counters = [];
  for (const name of names) counters.push(await counter(warehouse, name));
  return JSON.stringify([counters, workspace, await featureSettings(control), await lifecycleStages(control)]);
}

/** As many readers as `readers` at once; further ones wait their turn in order. */
export async function openDesk(app: App, readers: number): Promise<Desk> {
  let workspace = app.workspace;
  const idle: Warehouse[] = [];
  for (let made = 0; made < readers; made += 1) idle.push(await app.warehouse.another());
  const all = [...idle];
  const defining = await app.warehouse.another();
  const waiting: ((warehouse: Warehouse) => void)[] = [];
  const kept = { anything: new Map<string, Promise<unknown>>(), facts: new Map<string, Promise<unknown>>() };
  let stamp = await factsStamp(app, workspace);
  const previewCache = createPreviewCache();
  let lastWrite: Promise<unknown> = Promise.resolve();
  // Whoever changes anything but facts, in the order of asking, on whichever connection.
  let lastChange: Promise<unknown> = Promise.resolve();
  let writes = 0;
  let liveWrites = 0;
  let sealed = false;

  const borrow = async (): Promise<Warehouse> => idle.pop() ?? new Promise((resolve) => waiting.push(resolve));
  const giveBack = (warehouse: Warehouse): void => {
    const next = waiting.shift();
    if (next === undefined) idle.push(warehouse);
    else next(warehouse);
  };

  const read: Desk['read'] = async (work, signal) => {
    const warehouse = await borrow();
    // Whoever asked has gone: what is being computed for them stops.
    const stop = (): void => warehouse.interrupt();
    try {
      signal?.throwIfAborted();
      signal?.addEventListener('abort', stop, { once: true });
      return await work({ ...app, warehouse, workspace, previewCache, still: true });
    } finally {
      signal?.removeEventListener('abort', stop);
      giveBack(warehouse);
    }
  };

  const readKept = <T>(key: string, work: (app: App) => Promise<T>, of: 'anything' | 'facts' = 'anything'): Promise<T> => {
    const answers = kept[of];
    const known = answers.get(key);
    if (known !== undefined) return known as Promise<T>;
    // What is begun now may see the facts of before a write that ends meanwhile: that write clears it.
    const asked = read(work);
    if (answers.size >= mostKept) answers.delete(answers.keys().next().value ?? '');
    answers.set(key, asked);
    asked.catch(() => answers.delete(key));
    return asked;
  };

  const arounds = new Set<AroundWrites>();
  let liveTimer: NodeJS.Timeout | undefined;
  const clearKept = (): void => {
    kept.anything.clear();
    kept.facts.clear();
    previewCache.clear();
  };
  const shown = new Set<() => void>();
  const clears = pace(liveClearEvery, liveClearsAtOnce);
  const clearSoon = (): void => {
    const wait = Math.max(liveClearSoon, clears.wait(Date.now()));
    liveTimer ??= setTimeout(() => {
      liveTimer = undefined;
      clears.done(Date.now());
      clearKept();
      for (const one of shown) one();
    }, wait).unref();
  };
  const afterLive = (): void => {
    liveWrites += 1;
    clearSoon();
  };
  const writeLive: Desk['writeLive'] = (work, quiet = false) => {
    // Not refused once sealed: live data lies in the inbox, from which it is recorded again.
    const turn = lastWrite.then(work);
    lastWrite = turn.then(
      () => (quiet ? undefined : afterLive()),
      () => undefined,
    );
    return turn;
  };

  const watchers = new Set<Set<number>>();
  const watchLive: Desk['watchLive'] = () => {
    const seen = new Set<number>();
    watchers.add(seen);
    return {
      stop: () => {
        watchers.delete(seen);
        return seen;
      },
    };
  };
  const noteLive: Desk['noteLive'] = (profiles) => {
    for (const seen of watchers) for (let index = 0; index < profiles.length; index += 1) seen.add(profiles[index] ?? 0);
  };

  const afterChange = async (changed: Parameters<AroundWrites['after']>[0], warehouse: Warehouse): Promise<void> => {
    writes += 1;
    workspace = await readWorkspace(app.control);
    kept.anything.clear();
    const now = await factsStamp({ ...app, warehouse }, workspace);
    if (now !== stamp) kept.facts.clear();
    stamp = now;
    previewCache.clear();
    for (const { after } of arounds) after(changed);
  };

  const write: Desk['write'] = (work) => {
    const before = lastChange;
    const turn = lastWrite.then(async () => {
      await before;
      if (sealed) throw new ClienteleError('job.stopping');
      try {
        for (const around of arounds) await around.before();
        return await work({ ...app, workspace, keptUp: arounds.size > 0 });
      } finally {
        await afterChange('anything', app.warehouse);
      }
    });
    lastWrite = turn.catch(() => undefined);
    lastChange = lastWrite;
    return turn;
  };

  const define: Desk['define'] = (work) => {
    const turn = lastChange.then(async () => {
      if (sealed) throw new ClienteleError('job.stopping');
      try {
        return await work({ ...app, warehouse: defining, workspace, still: true });
      } finally {
        await afterChange('definitions', defining);
      }
    });
    lastChange = turn.catch(() => undefined);
    return turn;
  };

  return {
    app,
    read,
    readKept,
    write,
    define,
    writeLive,
    aroundWrites: (around) => {
      arounds.add(around);
      return () => void arounds.delete(around);
    },
    workspace: () => workspace,
    factsStamp: () => stamp,
    seal: () => {
      sealed = true;
    },
    writes: () => writes,
    liveWrites: () => liveWrites,
    onLiveShown: (one) => {
      shown.add(one);
      return () => void shown.delete(one);
    },
    noteLive,
    watchLive,
    abandonReads: () => {
      for (const warehouse of all) warehouse.interrupt();
    },
    close: async () => {
      await lastWrite;
      await lastChange;
      clearTimeout(liveTimer);
      for (const warehouse of [...all, defining]) await warehouse.close();
    },
  };
}
