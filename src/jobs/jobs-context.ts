import type { Control } from '../control/index.ts';
import type { Effects } from '../core/index.ts';

/** The world of this room: the operational store, a clock and random ids. */
export type JobsContext = { readonly control: Control; readonly effects: Pick<Effects, 'now' | 'randomId'> };

/** Calls back once after so many milliseconds; the answer calls it off. */
export type After = (milliseconds: number, run: () => void) => () => void;

/** Real time. A timer alone does not keep the process alive. */
export const afterTimeout: After = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  timer.unref();
  return () => clearTimeout(timer);
};
