import type { JobProgress } from '../contract/index.ts';
import type { Progress } from '../core/index.ts';
import type { After } from './jobs-context.ts';

/** At most five writes a second. */
const pause = 200;

export type Throttled = {
  readonly progress: Progress;
  /** Ends writing and answers the last word, for the write that ends the job. */
  readonly last: () => JobProgress | undefined;
};

/** Lets the first word through at once, then the newest one every 200 ms: nothing that was said last is lost. */
export function throttled(write: (progress: JobProgress) => void, after: After): Throttled {
  let newest: JobProgress | undefined;
  let unwritten = false;
  let callOff: (() => void) | undefined;
  let over = false;
  const flush = (): void => {
    callOff = undefined;
    if (over || newest === undefined || !unwritten) return;
    unwritten = false;
    callOff = after(pause, flush);
    write(newest);
  };
  return {
    progress: ({ label, done, total }) => {
      newest = { label, done, total: total ?? null };
      unwritten = true;
      if (callOff === undefined) flush();
    },
    last: () => {
      over = true;
      callOff?.();
      return newest;
    },
  };
}
