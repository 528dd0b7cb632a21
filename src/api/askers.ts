/** Who is being answered, so that what the server does by itself lets them go first. */
export type Askers = {
  /** Called as a request begins; the answer is called as it ends. */
  readonly began: () => () => void;
  /** Resolves once nobody has been asking for a moment, at the latest after some seconds: what it waits for is done all the same. */
  readonly quiet: () => Promise<void>;
  /** Nobody waits any more: the server stops. */
  readonly letGo: () => void;
};

/** A person who reads a page asks again within this; a page asks for its panels within less. */
const pauseMilliseconds = 1000;
const patienceMilliseconds = 15_000;

export function createAskers(): Askers {
  let underWay = 0;
  let released = false;
  let last = 0;
  const isQuiet = (): boolean => underWay === 0 && performance.now() - last >= pauseMilliseconds;
  return {
    began: () => {
      underWay += 1;
      return () => {
        underWay -= 1;
        last = performance.now();
      };
    },
    quiet: () =>
      new Promise((resolve) => {
        const until = performance.now() + patienceMilliseconds;
        const look = (): void => {
          if (released || isQuiet() || performance.now() >= until) resolve();
          else setTimeout(look, pauseMilliseconds / 4).unref();
        };
        look();
      }),
    letGo: () => {
      released = true;
    },
  };
}
