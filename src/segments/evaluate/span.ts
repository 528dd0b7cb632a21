import { type Instant, instant } from '../../core/index.ts';
import type { FactQuery } from '../../language/index.ts';

/** A stretch of time on a table's time column; without `from` it has no beginning. */
export type Span = Pick<FactQuery, 'time' | 'from' | 'to'>;

export const wider = (a: Span, b: Span): Span => ({
  time: a.time,
  from: a.from === undefined || b.from === undefined ? undefined : earlier(a.from, b.from),
  to: instant(Math.max(a.to, b.to)),
});

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);
