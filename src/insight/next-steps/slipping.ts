import { day, type Instant, instant } from '../../core/index.ts';
import { type Fragment, sql, timestamp } from '../../sql/index.ts';

/** Days after the day by which the rhythm of a regular expected an order: from the first on they are overdue, after the second they are gone. */
export const overdueFrom = 14;
export const overdueTo = 120;

/** A regular (three orders or more) who is overdue and not yet gone; `f` are the features as of `at`. */
export const isSlipping = (at: Instant): Fragment => {
  const ago = (days: number) => timestamp(instant(at - days * day));
  return sql`f.orders_count >= 3 and f.expected_next_order_at > ${ago(overdueTo)} and f.expected_next_order_at <= ${ago(overdueFrom)}`;
};

/** What a customer spent a year while they were buying: over the time from first to last order, at least a year. */
export const pace: Fragment = sql`f.total_spent::DOUBLE / greatest(1, (f.days_since_first_order - f.days_since_last_order) / 365.0)`;
