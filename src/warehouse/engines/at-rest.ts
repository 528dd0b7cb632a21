/** Counts what is running on all connections to one file, so that something may be done while nothing is. */
export type Work = {
  /** Runs a statement, once whoever has the rest is done. */
  readonly during: <T>(statement: () => Promise<T>) => Promise<T>;
  /** Runs something short as soon as no statement runs; none begins meanwhile. False where the end came before. The last one who asks is the one who gets it. */
  readonly atRest: (short: () => Promise<void>) => Promise<boolean>;
  /** Nothing more is run at rest, and what is running so is over. */
  readonly end: () => Promise<void>;
};

export function countWork(): Work {
  let running = 0;
  let rest: Promise<void> | undefined;
  let wanted: { readonly begin: () => void; readonly drop: () => void } | undefined;
  const beginIfAtRest = (): void => {
    if (running > 0 || rest !== undefined || wanted === undefined) return;
    const { begin } = wanted;
    wanted = undefined;
    begin();
  };
  return {
    during: async (statement) => {
      for (let before = rest; before !== undefined; before = rest) await before.catch(() => undefined);
      running += 1;
      try {
        return await statement();
      } finally {
        running -= 1;
        beginIfAtRest();
      }
    },
    atRest: (short) =>
      new Promise((resolve, reject) => {
        wanted?.drop();
        wanted = {
          begin: () => {
            rest = short().finally(() => {
              rest = undefined;
            });
            rest.then(() => resolve(true), reject);
          },
          drop: () => resolve(false),
        };
        beginIfAtRest();
      }),
    end: async () => {
      wanted?.drop();
      wanted = undefined;
      await rest?.catch(() => undefined);
    },
  };
}
