import type { CustomerForecast } from '../../contract/index.ts';
import { type Instant, localDate, writtenDate } from '../../core/index.ts';
import { endedBy, livesByMemberships } from '../../profiles/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import type { App } from '../open.ts';

/** What a value model says of one customer, with that first which it does not go by: that a member has left. Of everybody else as it is. */
export async function toldOfLeaving({ warehouse, workspace }: App, at: Instant, told: CustomerForecast): Promise<CustomerForecast> {
  const membership = await livesByMemberships(warehouse, at);
  if (membership === undefined) return told;
  const row = await warehouse.row<{ last: Instant | null }>(
    sql`select max(occurred_at) as last from events where profile = ${told.profile} and name = ${membership.ends} and occurred_at <= ${timestamp(at)} and profile in (${endedBy(membership, at)})`,
  );
  if (row === undefined || row.last === null) return told;
  const left = `“${membership.ends}” on ${writtenDate(localDate(row.last, workspace.zone))}, and no “${membership.begins}” since: all that is expected here goes by their orders alone, as if they had not left.`;
  return { ...told, because: [left, ...told.because] };
}
