import { type PersonColumns, type ProfileView, readPersonColumns, readProfile, readTimeline, type TimelineEntry } from '../profiles/index.ts';
import { listSegments, membersOf } from '../segments/index.ts';
import { sql } from '../sql/index.ts';
import { counter } from '../warehouse/index.ts';
import { type AsOf, resolveAsOf } from './as-of.ts';
import { currentSegments } from './current.ts';
import { featuresTableFor } from './moment.ts';
import type { App } from './open.ts';
import { profileOf } from './profile-of.ts';

export type CustomerView = Omit<ProfileView, 'entered'> & {
  /** `since` where the customer was seen to enter. */
  readonly segments: readonly { readonly slug: string; readonly name: string; readonly since: string | null }[];
};

/** Each segment's people, in order of their numbers. */
export type KeptMembers = ReadonlyMap<string, Uint32Array>;

/** What every customer's page needs, for a server to keep: reading it costs more than one customer. The members are those of the change `upTo` of the history, or later ones. */
export type KeptForCustomers = { readonly members: KeptMembers; readonly upTo: number; readonly columns: PersonColumns };

/** As the last refresh stored it. */
export async function keptForCustomers(app: App): Promise<KeptForCustomers> {
  // Before the members: a change that they hold already is told once more, which changes nothing.
  const upTo = await counter(app.warehouse, 'members_seq');
  const members = new Map<string, Uint32Array>();
  for (const { slug } of await listSegments(app.control)) members.set(slug, (await membersOf(app.warehouse, slug)) ?? new Uint32Array());
  return { members, upTo, columns: await readPersonColumns(app.warehouse) };
}

/** Whom somebody asks for, and the moment that they look from. */
export type CustomerAsked = { readonly profile: number; readonly asOf: AsOf };

/** By any identifier. Throws `customer.unknown`. */
export const customerAsked = async (app: App, id: string, asOf: string | undefined): Promise<CustomerAsked> => ({
  profile: await profileOf(app, id),
  asOf: await resolveAsOf(app, asOf),
});

/**
 * Everything known of one customer, with so many entries of the timeline. `kept` is what a server keeps; without it, or at a named
 * moment, segments are looked up.
 */
export async function customer(app: App, { profile, asOf }: CustomerAsked, timelineLimit: number, kept?: KeptForCustomers): Promise<CustomerView> {
  const stored = kept === undefined || asOf.explicit ? undefined : kept;
  const members = stored?.members ?? (await membersAt(app, asOf));
  const moved = stored === undefined ? undefined : await movedSince(app, profile, stored.upTo);
  const view = await readProfile(app.warehouse, profile, {
    asOf: asOf.at,
    workspace: app.workspace,
    timelineLimit,
    features: await featuresTableFor(app, asOf),
    ...(kept === undefined ? {} : { columns: kept.columns }),
  });
  const { timeline, features, entered, ...rest } = view;
  const segments = (await listSegments(app.control))
    .filter(({ slug }) => moved?.get(slug) ?? includes(members.get(slug) ?? new Uint32Array(), profile))
    .map(({ slug, name }) => ({ slug, name, since: entered[slug] ?? null }));
  // `orders` in the language is the number of orders, so it is here too.
  return { ...rest, features: { orders: features['orders_count'] ?? 0, ...features }, segments, timeline };
}

/** The newest things that happened with one customer: the `timeline` of `customer` by itself, for a server that reads both side by side. */
export const customerTimeline = (app: App, { profile, asOf }: CustomerAsked, limit: number): Promise<readonly TimelineEntry[]> =>
  readTimeline(app.warehouse, profile, asOf.at, limit);

/** Where one customer has entered or left since a change of the history: what is kept of everybody is of some seconds ago while live data comes in. */
async function movedSince({ warehouse }: App, profile: number, upTo: number): Promise<ReadonlyMap<string, boolean>> {
  const rows = await warehouse.rows<{ segment: string; entered: boolean }>(
    sql`select segment, arg_max(entered, seq) as entered from membership_changes where profile = ${profile} and seq > ${BigInt(upTo)} group by segment`,
  );
  return new Map(rows.map(({ segment, entered }) => [segment, entered]));
}

async function membersAt(app: App, asOf: AsOf): Promise<KeptMembers> {
  const { segments } = await currentSegments(app, asOf);
  return new Map([...segments].map(([slug, { members }]) => [slug, members ?? new Uint32Array()]));
}

/** Members are in order: a binary search. */
function includes(members: Uint32Array, profile: number): boolean {
  let low = 0;
  let high = members.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((members[middle] ?? 0) < profile) low = middle + 1;
    else high = middle;
  }
  return members[low] === profile;
}
