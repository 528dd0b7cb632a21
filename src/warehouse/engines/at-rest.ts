/** Counts what is running on all connections to one file, so that something may be done while nothing is. */
export type Work = {
  /** Runs a statement, once whoever has the rest is done. */
  readonly during: <T>(statement: () => Promise<T>) => Promise<T>;
  /** Runs something short while no statement runs and none begins. False, and nothing is run, where one is running. */
  readonly ifAtRest: (short: () => Promise<void>) => Promise<boolean>;
};

export function countWork(): Work {
  let running = 0;
  let rest: Promise<void> | undefined;
  return {
    during: async (statement) => {
      for (let before = rest; before !== undefined; before = rest) await before.catch(() => undefined);
      running += 1;
      try {
        return await statement();
      } finally {
        running -= 1;
      }
    },
    ifAtRest: async (short) => {
      if (running > 0 || rest !== undefined) return false;
      rest = short().finally(() => {
        rest = undefined;
      });
      await rest;
      return true;
    },
  };
}
