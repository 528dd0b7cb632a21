import type { Instant } from '../../core/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { DueNow } from '../time/due-table.ts';
import type { Layout } from './small-world.ts';

/**
 * `small` is the connection whose temp table `touched(profile, place, since)` says who lives in the small world, in the order of their places. Its events are there
 * already up to `readBefore`, where that is said.
 */
export type Inside = {
  readonly small: Warehouse;
  readonly touched: ArrayLike<number>;
  readonly layout: Layout;
  readonly due: DueNow;
  readonly readBefore: Instant | undefined;
};
