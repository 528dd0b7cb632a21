import type { Instant, Workspace } from '../../core/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** What every figure of the report is computed from: facts up to and with `moment`, and `features` as of then. */
export type ReportContext = { readonly warehouse: Warehouse; readonly workspace: Workspace; readonly moment: Instant; readonly span: Span | undefined };

/** First and last counting order up to the moment; undefined where there is none. */
export type Span = { readonly first: Instant; readonly last: Instant };

export async function orderSpan(warehouse: Warehouse, moment: Instant): Promise<Span | undefined> {
  const row = await warehouse.row<{ first: Instant | null; last: Instant | null }>(
    sql`select min(ordered_at) as first, max(ordered_at) as last from orders where counts and not is_return and ordered_at <= ${timestamp(moment)}`,
  );
  return row === undefined || row.first === null || row.last === null ? undefined : { first: row.first, last: row.last };
}
