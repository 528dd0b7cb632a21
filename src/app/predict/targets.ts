import type { PredictionTargets } from '../../contract/index.ts';
import { endedSaid } from '../../insight/index.ts';
import { type Fragment, sql } from '../../sql/index.ts';
import { listSegments } from '../../segments/index.ts';
import { endedThing, livesByMemberships, type Membership, membershipPairs } from '../../profiles/index.ts';
import { rhythmOf } from '../../predict/index.ts';
import { resolveAsOf } from '../as-of.ts';
import type { App } from '../open.ts';

const most = 50;
/** Fewer can not be learned from. */
const worthAsking = 50;

type Suggestion = PredictionTargets['suggestions'][number];

/** What "who will …" could be about in this shop: events, categories, products and segments, and the most telling questions ready made. */
export async function predictionTargets(app: App): Promise<PredictionTargets> {
  const { at } = await resolveAsOf(app, undefined);
  const { nextOrderDays } = await rhythmOf(app.warehouse, at, app.workspace);
  const counted = (query: Fragment) => app.warehouse.rows<{ name: string; customers: number }>(query);
  const memberships = await membershipPairs(app.warehouse, at);
  const membership = await livesByMemberships(app.warehouse, at);
  const events = await counted(
    sql`select name, count(distinct profile)::INTEGER as customers from events where profile is not null group by all order by customers desc, name limit ${most}`,
  );
  const sold = (column: Fragment): Fragment => sql`select ${column} as name, count(distinct profile)::INTEGER as customers from items
    where profile is not null and counts and not is_return and trim(${column}) <> '' group by all order by customers desc, name limit ${most}`;
  const categories = await counted(sold(sql`category`));
  const products = await counted(sold(sql`name`));
  return {
    suggestions: suggestionsOf({ events, categories, memberships, membership }, Math.max(30, nextOrderDays)),
    events: events.map(({ name, customers }) => ({ event: name, customers, among: ofWhom(name, membership) })),
    categories: categories.map(({ name, customers }) => ({ category: name, customers })),
    products: products.map(({ name, customers }) => ({ product: name, customers })),
    segments: (await listSegments(app.control)).map(({ slug, name }) => ({ slug, name })),
    memberships,
    lives_by: membership?.ends ?? null,
    horizon_days: nextOrderDays,
  };
}

type Counted = readonly { readonly name: string; readonly customers: number }[];

type Found = {
  readonly events: Counted;
  readonly categories: Counted;
  readonly memberships: readonly Membership[];
  readonly membership: Membership | undefined;
};

/** Who has left does nothing any more but come back. */
const ofWhom = (event: string, membership: Membership | undefined): string | null =>
  membership === undefined || event === membership.begins ? null : `not (${endedSaid(membership)})`;

function suggestionsOf({ events, categories, memberships, membership }: Found, days: number): readonly Suggestion[] {
  const found: Suggestion[] = [];
  const event = (name: string, said: string, among: string | null): void => {
    const customers = events.find((own) => own.name === name)?.customers ?? 0;
    if (customers >= worthAsking) found.push({ name: said, target: { kind: 'event', event: name }, among, horizon_days: days, customers });
  };
  event('Email Opened', 'open an e-mail', 'count("Email Delivered") >= 1');
  // Two names are in use for the same thing.
  for (const name of ['Email Clicked', 'Email Link Clicked']) event(name, 'click in an e-mail', 'count("Email Delivered") >= 1');
  // A month, as long as most of them run at a time. Who ends what the shop lives by is asked already.
  for (const { begins, ends } of memberships.filter((pair) => pair.ends !== membership?.ends)) {
    const customers = events.find(({ name }) => name === ends)?.customers ?? 0;
    if (customers < worthAsking) continue;
    const name = `${/cancel/i.test(ends) ? 'cancel' : 'end'} their ${endedThing(ends) || 'membership'}`;
    found.push({ name, target: { kind: 'event', event: ends }, among: `${quoted(begins)} then not ${quoted(ends)}`, horizon_days: 30, customers });
  }
  event('Plan Upgraded', 'upgrade', ofWhom('Plan Upgraded', membership));
  for (const { name, customers } of categories.filter((own) => own.customers >= worthAsking).slice(0, 4))
    found.push({ name: `buy ${name}`, target: { kind: 'category', category: name }, among: 'orders >= 1', horizon_days: days, customers });
  return found;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '')}"`;
