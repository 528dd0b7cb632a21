import type { DuckDBResultReader } from '@duckdb/node-api';

/** Whether the engine's other threads help whoever asks. One setting for all connections. */
export type Aid = {
  readonly without: <T>(run: (statement: string) => Promise<DuckDBResultReader>, work: () => Promise<T>) => Promise<T>;
};

/** Aid comes back when the last of those who do without is done. */
export function aidOf(): Aid {
  let without = 0;
  let threads = 1;
  return {
    without: async (run, work) => {
      without += 1;
      try {
        if (without === 1) {
          const found = await run("select current_setting('threads')::INTEGER");
          threads = Number(found.getRows()[0]?.[0] ?? 1);
          if (threads > 1) await run('set threads = 1');
        }
        return await work();
      } finally {
        without -= 1;
        if (without === 0 && threads > 1) await run(`set threads = ${threads}`);
      }
    },
  };
}
