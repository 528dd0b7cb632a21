import type { DuckDBConnection } from '@duckdb/node-api';

/** Whether the engine's other threads help whoever asks: one setting for all connections. */
export type Aid = {
  readonly without: <T>(work: () => Promise<T>) => Promise<T>;
  /** Lets the setting be as it is. Before the engine is closed. */
  readonly end: () => Promise<void>;
};

/**
 * Aid comes back so many milliseconds after the last of those who do without is done: what follows at once finds the setting as it needs it. To change it takes 5 ms
 * when nothing runs, and until other statements are done when something does.
 */
const pause = 100;

/** Has a connection of its own, so that nobody waits for a change but who needs it. The setting is changed by one after another, so that what it was is not mistaken. */
export function aidOf(connect: () => Promise<DuckDBConnection>): Aid {
  let without = 0;
  let all: number | undefined;
  let now: number | undefined;
  let ended = false;
  let timer: NodeJS.Timeout | undefined;
  let own: Promise<DuckDBConnection> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const change = async (before: Promise<unknown>): Promise<void> => {
    await before;
    if (ended) return;
    own ??= connect();
    const connection = await own;
    all ??= Number((await connection.runAndReadAll("select current_setting('threads')::INTEGER")).getRows()[0]?.[0] ?? 1);
    const wanted = without > 0 ? 1 : all;
    if (wanted !== (now ?? all)) await connection.run(`set threads = ${wanted}`);
    now = wanted;
  };
  const settle = (): Promise<void> => {
    const mine = change(last);
    last = mine.catch(() => undefined);
    return mine;
  };
  const giveBackSoon = (): void => {
    clearTimeout(timer);
    // Where that fails, whoever next does without finds out.
    timer = setTimeout(() => void settle().catch(() => undefined), pause).unref();
  };
  return {
    without: async (work) => {
      without += 1;
      clearTimeout(timer);
      try {
        if (now !== 1) await settle();
        return await work();
      } finally {
        without -= 1;
        if (without === 0 && !ended) giveBackSoon();
      }
    },
    end: async () => {
      clearTimeout(timer);
      ended = true;
      await last;
      (await own?.catch(() => undefined))?.closeSync();
    },
  };
}
