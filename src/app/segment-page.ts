import type { SegmentComposition, SegmentFlow, SegmentMember, SegmentMembers, SegmentValue } from '../contract/index.ts';
import { formatInstant, type Instant, instant, localDate, writtenDate } from '../core/index.ts';
import { composition, segmentValue } from '../insight/index.ts';
import { readSummaries } from '../profiles/index.ts';
import { readLists, readSegment } from '../segments/index.ts';
import { type Fragment, ident, sql, timestamp } from '../sql/index.ts';
import { currentSegments } from './current.ts';
import { resolveAsOf } from './as-of.ts';
import { insightAt } from './insight/context.ts';
import { featuresTableFor } from './moment.ts';
import { listedProfiles } from './listed-profiles.ts';
import type { App } from './open.ts';
import { vocabularyOf } from './vocabulary.ts';

const mostPeople = 100;

/** Who entered and who left, day by day on the workspace's calendar, and the newest of them by name. */
export async function segmentFlow(app: App, slugOrName: string): Promise<SegmentFlow> {
  const { slug, name } = await readSegment(app.control, slugOrName);
  const { warehouse, workspace } = app;
  const moment = await resolveAsOf(app, undefined);
  const asOf = moment.at;
  // Of a moment that somebody named, what came after it has not happened yet.
  const known = moment.explicit ? sql`segment = ${slug} and "at" <= ${timestamp(asOf)}` : sql`segment = ${slug}`;
  const days = await warehouse.rows<{ date: string; entered: number; left: number }>(sql`
    select strftime("at" at time zone 'UTC' at time zone ${workspace.zone}, '%Y-%m-%d') as date, count(*) filter (entered) as entered, count(*) filter (not entered) as "left"
    from membership_changes where ${known} group by 1 order by 1`);
  const newest = await warehouse.rows<{ profile: number; entered: boolean; at: Instant }>(sql`
    select profile, entered, "at" from membership_changes where ${known} order by "at" desc, recorded_at desc, profile limit ${mostPeople}`);
  const names = new Map((await readSummaries(warehouse, [...new Set(newest.map(({ profile }) => profile))])).map((each) => [each.profile, each]));
  const entered = days.reduce((sum, day) => sum + day.entered, 0);
  const left = days.reduce((sum, day) => sum + day.left, 0);
  return {
    as_of: formatInstant(asOf),
    sentence: flowSentence(name, entered, left, { first: days[0]?.date, last: localDate(asOf, workspace.zone), logged: await loggedFrom(app, slug) }),
    entered,
    left,
    days,
    people: newest.map(({ profile, entered: came, at }) => ({
      profile,
      name: names.get(profile)?.name ?? null,
      email: names.get(profile)?.email ?? null,
      entered: came,
      at: formatInstant(instant(at)),
    })),
  };
}

/** The local day of the first evaluation: who came and went is logged from there on, sizes before it are worked out. */
async function loggedFrom({ warehouse, workspace }: App, slug: string): Promise<string | undefined> {
  const row = await warehouse.row<{ at: Instant | null }>(sql`select min("at") as "at" from segment_sizes where segment = ${slug} and not reconstructed`);
  return row === undefined || row.at === null ? undefined : localDate(row.at, workspace.zone);
}

type FlowDays = { readonly first: string | undefined; readonly last: string; readonly logged: string | undefined };

function flowSentence(name: string, entered: number, left: number, { first, last, logged }: FlowDays): string {
  if (first !== undefined)
    return `${entered.toLocaleString('en-GB')} entered and ${left.toLocaleString('en-GB')} left ${name} ${first === last ? 'on' : 'since'} ${writtenDate(first)}.`;
  return logged === undefined
    ? `${name} has not been evaluated yet. Who enters and who leaves is logged from its first evaluation on.`
    : `Who enters and who leaves ${name} is logged since its first evaluation on ${writtenDate(logged)}: nobody so far. Sizes before that day are worked out from the facts.`;
}

/** How the members are made up beside all customers. */
export async function segmentComposition(app: App, slugOrName: string): Promise<SegmentComposition> {
  const segment = await membersOfOne(app, slugOrName);
  return composition(await insightAt(app, undefined), segment, await vocabularyOf(app));
}

/** What the members brought, month by month and per head, beside all customers. */
export async function segmentWorth(app: App, slugOrName: string): Promise<SegmentValue> {
  return segmentValue(await insightAt(app, undefined), await membersOfOne(app, slugOrName));
}

export type MembersPage = { readonly sort: 'spent' | 'orders' | 'recent' | 'since'; readonly limit: number; readonly offset: number };

/** A page of the members. */
export async function segmentMembersPage(
  app: App,
  slugOrName: string,
  { sort, limit, offset }: MembersPage,
): Promise<{ readonly total: number; readonly items: readonly SegmentMember[] }> {
  const { slug } = await readSegment(app.control, slugOrName);
  const { members } = await membersOfOne(app, slugOrName);
  const featuresTable = await featuresTableFor(app, await resolveAsOf(app, undefined));
  await app.warehouse.load('page_members', [{ name: 'profile', type: 'INTEGER' }], rowsOf(members));
  const page = await app.warehouse.rows<{ profile: number; since: Instant | null }>(sql`
    with entries as (select profile, max("at") as since from membership_changes where segment = ${slug} and entered group by profile)
    select m.profile, e.since from page_members m left join ${ident(featuresTable)} f using (profile) left join entries e using (profile)
    order by ${orders[sort]}, m.profile limit ${limit} offset ${offset}`);
  const listed = new Set((await listedProfiles(app, new Map([[slug, await readLists(app.control, slug)]]))).get(slug)?.include);
  const found = new Map(
    (
      await readSummaries(
        app.warehouse,
        page.map(({ profile }) => profile),
        featuresTable,
      )
    ).map((each) => [each.profile, each]),
  );
  return {
    total: members.length,
    items: page.flatMap(({ profile, since }) => {
      const summary = found.get(profile);
      return summary === undefined ? [] : [{ ...summary, since: since === null ? null : formatInstant(instant(since)), listed: listed.has(profile) }];
    }),
  };
}

const orders: Readonly<Record<MembersPage['sort'], Fragment>> = {
  spent: sql`f.total_spent desc nulls last`,
  orders: sql`f.orders_count desc nulls last`,
  recent: sql`f.last_order_at desc nulls last`,
  since: sql`e.since desc nulls last`,
};

async function membersOfOne(app: App, slugOrName: string): Promise<SegmentMembers> {
  const { slug, name, text } = await readSegment(app.control, slugOrName);
  const { segments } = await currentSegments(app, await resolveAsOf(app, undefined), [slug]);
  return { slug, name, text, members: Int32Array.from(segments.get(slug)?.members ?? []) };
}

function* rowsOf(profiles: Int32Array): Generator<readonly [number]> {
  for (const profile of profiles) yield [profile];
}
