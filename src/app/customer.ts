import { type ProfileView, readProfile, readTimeline, type TimelineEntry } from '../profiles/index.ts';
import { listSegments, membersOf } from '../segments/index.ts';
import { resolveAsOf } from './as-of.ts';
import { currentSegments } from './current.ts';
import { momentFor } from './moment.ts';
import type { App } from './open.ts';
import { profileOf } from './profile-of.ts';

export type CustomerView = Omit<ProfileView, 'entered'> & {
  /** `since` where the customer was seen to enter. */
  readonly segments: readonly { readonly slug: string; readonly name: string; readonly since: string | null }[];
};

/** Each segment's people, in order of their numbers. */
export type KeptMembers = ReadonlyMap<string, Uint32Array>;

/** What the last refresh stored, for a server to keep: reading it costs more than one customer. */
export async function keptMembers(app: App): Promise<KeptMembers> {
  const found = new Map<string, Uint32Array>();
  for (const { slug } of await listSegments(app.control)) found.set(slug, (await membersOf(app.warehouse, slug)) ?? new Uint32Array());
  return found;
}

/**
 * Everything known of one customer, by any identifier. `members` are what a server keeps; without them, or at a named moment, segments are
 * looked up. Throws `customer.unknown`.
 */
export async function customer(
  app: App,
  id: string,
  request: { readonly asOf: string | undefined; readonly timeline: number; readonly members?: KeptMembers },
): Promise<CustomerView> {
  const asOf = await resolveAsOf(app, request.asOf);
  const profile = await profileOf(app, id);
  const members = request.members !== undefined && !asOf.explicit ? request.members : await membersNow(app, request.asOf);
  const { featuresTable } = await momentFor(app, asOf);
  const view = await readProfile(app.warehouse, profile, { asOf: asOf.at, workspace: app.workspace, timelineLimit: request.timeline, features: featuresTable });
  const { timeline, features, entered, ...rest } = view;
  const segments = (await listSegments(app.control))
    .filter(({ slug }) => includes(members.get(slug) ?? new Uint32Array(), profile))
    .map(({ slug, name }) => ({ slug, name, since: entered[slug] ?? null }));
  // `orders` in the language is the number of orders, so it is here too.
  return { ...rest, features: { orders: features['orders_count'] ?? 0, ...features }, segments, timeline };
}

/** The newest things that happened with one customer: the `timeline` of `customer` by itself, for a server that reads both side by side. Throws `customer.unknown`. */
export async function customerTimeline(
  app: App,
  id: string,
  request: { readonly asOf: string | undefined; readonly limit: number },
): Promise<readonly TimelineEntry[]> {
  const profile = await profileOf(app, id);
  return readTimeline(app.warehouse, profile, (await resolveAsOf(app, request.asOf)).at, request.limit);
}

async function membersNow(app: App, asOf: string | undefined): Promise<KeptMembers> {
  const { segments } = await currentSegments(app, await resolveAsOf(app, asOf));
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
