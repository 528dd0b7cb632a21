import type { DuckDBResultReader } from '@duckdb/node-api';

/** Whether the engine's other threads help whoever asks: one setting for all connections. */
export type Aid = {
  readonly without: <T>(run: (statement: string) => Promise<DuckDBResultReader>, work: () => Promise<T>) => Promise<T>;
};

/** Aid comes back when the last of those who do without is done. The setting is changed by one after another, so that what it was is not mistaken. */
export function aidOf(): Aid {
  let without = 0;
  let all: number | undefined;
  let now: number | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const change = async (before: Promise<unknown>, run: (statement: string) => Promise<DuckDBResultReader>): Promise<void> => {
    await before;
    all ??= Number((await run("select current_setting('threads')::INTEGER")).getRows()[0]?.[0] ?? 1);
    const wanted = without > 0 ? 1 : all;
    if (wanted !== (now ?? all)) await run(`set threads = ${wanted}`);
    now = wanted;
  };
  const settle = (run: (statement: string) => Promise<DuckDBResultReader>): Promise<void> => {
    const mine = change(last, run);
    last = mine.catch(() => undefined);
    return mine;
  };
  return {
    without: async (run, work) => {
      without += 1;
      try {
        await settle(run);
        return await work();
      } finally {
        without -= 1;
        await settle(run);
      }
    },
  };
}
