import type { Instant } from '../../../core/index.ts';
import type { Fragment } from '../../../sql/index.ts';

/**
 * Where time alone may change a condition's verdict: a query of `profile`, `t` (each profile's first such mark) and the instant after
 * `now` at which the mark takes effect. Later marks never take effect earlier. Marks are complete (no change of verdict happens
 * before a profile's first) but not all of them change it: that is for an evaluation at the instant to say.
 */
export type Marks = {
  readonly query: (scope: Fragment) => Fragment;
  /** `t` is an instant, or a local date as text. Undefined: never. */
  readonly takesEffect: (t: number | string) => Instant | undefined;
};

/**
 * What marks hold for: the facts as they stand, or also for whatever more comes after these. As they stand, a third order has to leave its window before somebody with
 * three falls to two; with two of them its first marks nothing, until another comes and it does.
 */
export type MarksFor = 'these facts' | 'these and more';
