/** Pauses after failures: each is twice as long as the one before, up to the longest, so that a disk that is full, say, is not written to all the time. */
export type Pauses = {
  readonly wait: () => Promise<void>;
  /** It went well: the next pause is a short one again. */
  readonly over: () => void;
  /** Nobody waits any more. */
  readonly end: () => void;
};

const shortest = 1000;
const longest = 16_000;

export function pausesAfterFailures(): Pauses {
  let pause = shortest;
  let ended = false;
  let resume: () => void = () => undefined;
  return {
    wait: async () => {
      if (ended) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, pause);
      resume = resolve;
      pause = Math.min(longest, 2 * pause);
      await promise;
      clearTimeout(timer);
    },
    over: () => {
      pause = shortest;
    },
    end: () => {
      ended = true;
      resume();
    },
  };
}
