import type { PathNode, PathsAnswer } from '../../contract/schemas.ts';
import { sql, timestamp } from '../../sql/index.ts';
import { onSite } from '../../profiles/index.ts';
import type { InsightContext } from '../base/context.ts';
import type { Range } from '../base/range.ts';
import { counted, share } from '../report/words.ts';

const separator = '\u001f';
const quietMinutes = 30;
const mostTop = 20;
/** Branches that are kept of all, before each node's own few are chosen. */
const mostBranches = 5_000;

type Branch = { readonly path: string; readonly depth: number; readonly sessions: number; readonly people: number; readonly ended: number };

/**
 * What customers do one after the other within a visit: events of a customer with no pause of 30 minutes between them, from the first on; the
 * same event again counts once. E-mails are no visits and are left out. One sort of the range's events.
 */
export async function paths(context: InsightContext, range: Range, depth: number, limit: number): Promise<PathsAnswer> {
  await visits(context, range, depth);
  const { warehouse } = context;
  const sums = await warehouse.row<{ sessions: number; people: number; events: number | null }>(
    sql`select count(*)::INTEGER as sessions, count(distinct profile)::INTEGER as people, avg(events) as events from insight_visits`,
  );
  const branches = await warehouse.rows<Branch>(sql`
    select array_to_string(path[1:depth], ${separator}) as path, depth::INTEGER as depth, count(*)::INTEGER as sessions, count(distinct profile)::INTEGER as people,
      count(*) filter (length = depth)::INTEGER as ended
    from (select path, profile, length, unnest(range(1, len(path) + 1)) as depth from insight_visits) group by 1, 2 order by sessions desc, path limit ${mostBranches}`);
  const top = await warehouse.rows<{ path: string; sessions: number; people: number }>(sql`
    select array_to_string(path, ${separator}) as path, count(*)::INTEGER as sessions, count(distinct profile)::INTEGER as people
    from insight_visits group by 1 order by sessions desc, path limit ${mostTop}`);
  await warehouse.run(sql`drop table insight_visits`);
  const sessions = sums?.sessions ?? 0;
  const starts = childrenOf('', sessions, branchesByParent(branches), limit);
  return {
    as_of: context.asOf,
    sentence: sentenceOf(starts, sessions),
    how: `Events from ${range.from} to ${range.to} without e-mails; a visit ends after ${quietMinutes} minutes without one, and the same event again counts once. Of each branch the ${limit} most frequent; "ended" are visits with nothing after.`,
    from: range.from,
    to: range.to,
    sessions,
    people: sums?.people ?? 0,
    events_per_session: sums?.events ?? null,
    depth,
    starts: [...starts],
    top: top.map(({ path, sessions: visited, people }) => ({
      events: path.split(separator),
      sessions: visited,
      people,
      share: sessions === 0 ? 0 : visited / sessions,
    })),
  };
}

/** `insight_visits(profile, events, length, path)`: `length` counts the different events in a row, `path` holds the first `depth` of them. */
async function visits({ warehouse, at }: InsightContext, { start, end }: Range, depth: number): Promise<void> {
  await warehouse.run(sql`create or replace temp table insight_visits as
    with seen as (select profile, name, occurred_at, received_at from events where profile is not null and occurred_at >= ${timestamp(start)} and occurred_at < ${timestamp(end)}
        and occurred_at <= ${timestamp(at)} and ${onSite}),
      marked as (select *, coalesce(occurred_at - lag(occurred_at) over each > to_minutes(${quietMinutes}), true) as first, lag(name) over each as before
        from seen window each as (partition by profile order by occurred_at, received_at, name)),
      numbered as (select *, sum(first::INTEGER) over (partition by profile order by occurred_at, received_at, name) as visit from marked),
      visited as (select profile, visit, count(*) as events, list(name order by occurred_at, received_at, name) filter (first or name <> before) as path from numbered group by profile, visit)
    select profile, events, len(path) as length, path[1:${depth}] as path from visited`);
}

function branchesByParent(branches: readonly Branch[]): ReadonlyMap<string, readonly Branch[]> {
  const found = new Map<string, Branch[]>();
  for (const branch of branches) {
    const cut = branch.path.lastIndexOf(separator);
    const parent = cut < 0 ? '' : branch.path.slice(0, cut);
    const siblings = found.get(parent);
    if (siblings === undefined) found.set(parent, [branch]);
    else siblings.push(branch);
  }
  return found;
}

function childrenOf(parent: string, whole: number, branches: ReadonlyMap<string, readonly Branch[]>, limit: number): readonly PathNode[] {
  const all = branches.get(parent) ?? [];
  const nodes = all.slice(0, limit).map(
    ({ path, sessions, people, ended }): PathNode => ({
      event: path.slice(path.lastIndexOf(separator) + 1),
      sessions,
      people,
      share: whole === 0 ? 0 : sessions / whole,
      ended,
      next: childrenOf(path, sessions, branches, limit),
    }),
  );
  const rest = all.slice(limit);
  if (rest.length === 0) return nodes;
  const sum = (what: 'sessions' | 'people' | 'ended'): number => rest.reduce((total, branch) => total + branch[what], 0);
  return [
    ...nodes,
    { event: null, sessions: sum('sessions'), people: sum('people'), share: whole === 0 ? 0 : sum('sessions') / whole, ended: sum('ended'), next: [] },
  ];
}

function sentenceOf(starts: readonly PathNode[], sessions: number): string {
  const [first] = starts;
  if (first === undefined || first.event === null)
    return 'There are no web events in this time. They come with an import of events, or live from your site once it is added under Live sources.';
  const [next] = first.next;
  const then = next === undefined || next.event === null ? '' : `; ${share(next.share)} of these go on to ${next.event}`;
  return `${share(first.share)} of ${counted(sessions, 'visit')} begin with ${first.event}${then}, and ${share(first.ended / first.sessions)} end there.`;
}
