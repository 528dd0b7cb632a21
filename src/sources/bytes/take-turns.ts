import { setImmediate } from 'node:timers/promises';

/**
 * For long work in many small steps on the one JavaScript thread: awaited between steps, it lets whoever waits for an answer have
 * their turn once the work has held the thread for so many milliseconds.
 */
export function takeTurns(milliseconds = 8): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < milliseconds) return;
    await setImmediate();
    since = performance.now();
  };
}
