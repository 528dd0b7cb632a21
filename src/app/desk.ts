import type { Workspace } from '../core/index.ts';
import { createPreviewCache } from '../segments/index.ts';
import type { Warehouse } from '../warehouse/index.ts';
import type { App } from './open.ts';
import { readWorkspace } from './workspace.ts';

/**
 * One open workspace served to many at once. Readers each have a connection of their own and see what is committed; whoever
 * writes waits for the writer before. So an import of minutes keeps nobody from looking.
 */
export type Desk = {
  readonly app: App;
  readonly read: <T>(work: (app: App) => Promise<T>, signal?: AbortSignal) => Promise<T>;
  readonly write: <T>(work: (app: App) => Promise<T>) => Promise<T>;
  /** A read whose answer is kept under this key until something is written: for what many ask and costs much. Those who ask meanwhile share it. */
  readonly readKept: <T>(key: string, work: (app: App) => Promise<T>) => Promise<T>;
  readonly workspace: () => Workspace;
  /** Ends the readers' connections; the app itself is closed by whoever opened it. */
  readonly close: () => Promise<void>;
};

/** Answers kept at once; the oldest goes first. */
const mostKept = 300;

/** As many readers as `readers` at once; further ones wait their turn in order. */
export async function openDesk(app: App, readers: number): Promise<Desk> {
  let workspace = app.workspace;
  const idle: Warehouse[] = [];
  for (let made = 0; made < readers; made += 1) idle.push(await app.warehouse.another());
  const all = [...idle];
  const waiting: ((warehouse: Warehouse) => void)[] = [];
  const kept = new Map<string, Promise<unknown>>();
  const previewCache = createPreviewCache();
  let lastWrite: Promise<unknown> = Promise.resolve();

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

  const readKept = <T>(key: string, work: (app: App) => Promise<T>): Promise<T> => {
    const known = kept.get(key);
    if (known !== undefined) return known as Promise<T>;
    // What is begun now may see the facts of before a write that ends meanwhile: that write clears it.
    const asked = read(work);
    if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '');
    kept.set(key, asked);
    asked.catch(() => kept.delete(key));
    return asked;
  };

  const write: Desk['write'] = (work) => {
    const turn = lastWrite.then(async () => {
      try {
        return await work({ ...app, workspace });
      } finally {
        workspace = await readWorkspace(app.control);
        kept.clear();
        previewCache.clear();
      }
    });
    lastWrite = turn.catch(() => undefined);
    return turn;
  };

  return {
    app,
    read,
    readKept,
    write,
    workspace: () => workspace,
    close: async () => {
      await lastWrite;
      for (const warehouse of all) await warehouse.close();
    },
  };
}
