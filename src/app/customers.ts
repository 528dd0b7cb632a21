import { ClienteleError } from '../core/index.ts';
import { findProfile, listProfiles, type ProfileListRequest, type ProfileSummary, type ProfileView, readProfile } from '../profiles/index.ts';
import { listSegments } from '../segments/index.ts';
import { resolveAsOf } from './as-of.ts';
import { currentSegments } from './current.ts';
import { momentFor } from './moment.ts';
import type { App } from './open.ts';
import { ensureRefreshed } from './refresh.ts';

export type CustomersRequest = Omit<ProfileListRequest, 'features'> & { readonly asOf: string | undefined };

/** A page of customers and how many there are in all. */
export async function customers(app: App, request: CustomersRequest): Promise<{ readonly total: number; readonly profiles: readonly ProfileSummary[] }> {
  const { asOf: text, ...list } = request;
  const { limit, offset } = list;
  if (!Number.isInteger(limit) || limit < 1 || !Number.isInteger(offset) || offset < 0)
    throw new ClienteleError('usage', { detail: '--limit takes a whole number from 1, --offset one from 0.' });
  const asOf = await resolveAsOf(app, text);
  await ensureRefreshed(app, asOf);
  const { featuresTable } = await momentFor(app, asOf);
  return listProfiles(app.warehouse, { ...list, features: featuresTable });
}

export type CustomerView = ProfileView & { readonly segments: readonly { readonly slug: string; readonly name: string }[] };

/** Everything known of one customer, by any identifier. Throws `customer.unknown`. */
export async function customer(app: App, id: string, request: { readonly asOf: string | undefined; readonly timeline: number }): Promise<CustomerView> {
  const asOf = await resolveAsOf(app, request.asOf);
  const profile = await findProfile(app.warehouse, id);
  if (profile === undefined) throw new ClienteleError('customer.unknown', { id });
  const current = await currentSegments(app, asOf);
  const { featuresTable } = await momentFor(app, asOf);
  const view = await readProfile(app.warehouse, profile, { asOf: asOf.at, workspace: app.workspace, timelineLimit: request.timeline, features: featuresTable });
  const names = new Map((await listSegments(app.control)).map(({ slug, name }) => [slug, name]));
  const segments = [...names]
    .filter(([slug]) => includes(current.segments.get(slug)?.members ?? new Uint32Array(), profile))
    .map(([slug, name]) => ({ slug, name }));
  const { timeline, features, ...rest } = view;
  // `orders` in the language is the number of orders, so it is here too.
  return { ...rest, features: { orders: features['orders_count'] ?? 0, ...features }, segments, timeline };
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
