import type { Weekday } from './calendar.ts';

/** One business's settings. Everything that turns local text into facts reads them from here. */
export type Workspace = {
  readonly name: string;
  /** ISO 4217. */
  readonly currency: string;
  /** IANA time zone: times in files that name no zone are in it, and so are calendar windows. */
  readonly zone: string;
  /** ISO 3166-1 alpha-2; undefined when unknown: phones without a country code are then kept as they are. */
  readonly country: string | undefined;
  readonly weekStart: Weekday;
  /** What a fully refunded order counts as. */
  readonly refundedOrders: 'count' | 'ignore';
  /** Where "now" is: the clock's, or (for data that ended long ago) the day after the newest fact. */
  readonly present: 'now' | 'latest';
};

export const defaultWorkspace: Workspace = Object.freeze({
  name: 'My shop',
  currency: 'GBP',
  zone: 'Europe/London',
  country: 'GB',
  weekStart: 1,
  refundedOrders: 'count',
  present: 'now',
});
