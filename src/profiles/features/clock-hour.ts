import { type Fragment, sql } from '../../sql/index.ts';
import { minuteOfDay } from './batch-clocks.ts';

/** Where a clock time stands: the fact's local time, its source, and of events the name. */
export type Clocked = { readonly clock: Fragment; readonly source: Fragment; readonly name?: Fragment };

/**
 * The hour of a local clock time, NULL where it is nobody's: at midnight itself, which is how a date without a clock time is kept (of a day's 86,400 seconds it is the one
 * that an order hardly ever falls on), and at a minute at which its source writes in a batch (`batch_clocks`).
 */
export const clockHour = (clocked: Clocked): Fragment =>
  sql`case when ${clocked.clock} <> date_trunc('day', ${clocked.clock}) and not ${isBatch(clocked)} then hour(${clocked.clock})::INTEGER end`;

/** Whether a fact was written in a batch. */
export const isBatch = ({ clock, source, name }: Clocked): Fragment =>
  sql`exists (select 1 from batch_clocks b where b.source = ${source} and b.minute = ${minuteOfDay(clock)} and ${name === undefined ? sql`b.name is null` : sql`b.name = ${name}`})`;
