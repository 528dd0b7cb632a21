import type { Instant } from './instant.ts';

/** What the outside world offers; constructed once in `app/` and handed down, so nothing else reads it. */
export type Effects = {
  readonly now: () => Instant;
  /** A random id, 128 bits, lower-case hex. */
  readonly randomId: () => string;
  readonly progress: Progress;
};

/** Long work says where it is; `total` is unknown for streams. */
export type Progress = (step: { readonly label: string; readonly done: number; readonly total?: number }) => void;
