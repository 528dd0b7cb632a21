import { day, formatInstant, type Instant, instant } from '../core/index.ts';
import { sql } from '../sql/index.ts';
import { counter } from '../warehouse/index.ts';
import { resolveAsOf } from './as-of.ts';
import type { App } from './open.ts';

export type WorkspaceState = { readonly as_of: string | null; readonly refreshed: boolean; readonly empty: boolean; readonly ends_long_ago: string | null };

const longAgo = 60 * day;

/** How fresh the stored figures are, and whether the data ends so long ago that the present had better be its end. */
export async function workspaceState(app: App): Promise<WorkspaceState> {
  const { warehouse, workspace, effects } = app;
  const [facts, refreshed, asOf] = [
    await counter(warehouse, 'facts_version'),
    await counter(warehouse, 'refreshed_version'),
    await counter(warehouse, 'refreshed_as_of'),
  ];
  const found = await warehouse.row<{ newest: Instant | null; people: number }>(sql`
    select greatest((select max(ordered_at) from orders), (select max(occurred_at) from events), (select max(occurred_at) from feedback)) as newest,
      (select count(*) from profiles) as people`);
  const newest = found?.newest ?? null;
  const named = await resolveAsOf(app, undefined);
  return {
    as_of: asOf === 0 ? null : formatInstant(named.explicit ? named.at : instant(asOf)),
    refreshed: facts === refreshed,
    empty: (found?.people ?? 0) === 0 && newest === null,
    ends_long_ago: workspace.present === 'now' && newest !== null && effects.now() - newest > longAgo ? formatInstant(newest) : null,
  };
}
