import { type Fragment, sql } from '../../sql/index.ts';

/**
 * The hour of a local clock time, NULL at midnight itself: that is how a date without a clock time is kept, and of a day's 86,400 seconds it is the one
 * that an order hardly ever falls on.
 */
export const clockHour = (clock: Fragment): Fragment => sql`case when ${clock} <> date_trunc('day', ${clock}) then hour(${clock})::INTEGER end`;
