import type { LiveRecord } from '../../contract/index.ts';

export type OrderState = Extract<LiveRecord, { kind: 'order' }>;
/** A state of an order as it was told, and by which record. */
export type ToldState = { readonly key: string; readonly state: OrderState };

/**
 * What is known of an order from all that was told of it: of each field the newest that says something, by when it was true and then by the record's key.
 * So a refund keeps the lines that it does not speak of, and in whatever order the states arrive the same comes out. It was ordered when the
 * earliest state that knows says; where none does, when it was first heard of.
 */
export function foldOrder(told: readonly ToldState[]): OrderState | undefined {
  const newestFirst = told.toSorted(newerFirst).map(({ state }) => state);
  const [newest] = newestFirst;
  const oldest = newestFirst.at(-1);
  if (newest === undefined || oldest === undefined) return undefined;
  const said = <K extends keyof OrderState>(field: K): OrderState[K] | undefined =>
    newestFirst.map((state) => state[field]).find((value) => value !== null && value !== undefined);
  const items = said('items');
  const tags = said('tags');
  const acceptsEmail = said('acceptsEmail');
  const { refunded, everything } = refundedOf(newestFirst, said('refunded') ?? null);
  return {
    kind: 'order',
    identifiers: ownerOf(newestFirst),
    orderId: newest.orderId,
    orderedAt: newestFirst.findLast(({ orderedAt }) => orderedAt !== null)?.orderedAt ?? oldest.observedAt,
    observedAt: newest.observedAt,
    status: everything ? 'refunded' : (said('status') ?? null),
    currency: said('currency') ?? null,
    total: said('total') ?? null,
    subtotal: said('subtotal') ?? null,
    discount: said('discount') ?? null,
    shipping: said('shipping') ?? null,
    tax: said('tax') ?? null,
    refunded,
    // What never became a sale does not count, as if it had been cancelled; nor does an order of which nothing but a refund or its end is known.
    cancelledAt: said('neverSold') === true || !newestFirst.some(isSale) ? newest.observedAt : (said('cancelledAt') ?? null),
    ...(tags === undefined ? {} : { tags }),
    ...(acceptsEmail === undefined ? {} : { acceptsEmail }),
    fields: Object.assign({}, ...newestFirst.toReversed().map(({ fields }) => fields)) as OrderState['fields'],
    ...(items === undefined ? {} : { items }),
    properties: Object.assign({}, ...newestFirst.toReversed().map(({ properties }) => properties)) as OrderState['properties'],
  };
}

/**
 * Shops date changes by the second, within which an order is often made, paid and even given back: of such states the one is later that knows of more given back, then the one
 * that became a sale, then whatever the keys say.
 */
function newerFirst(a: ToldState, b: ToldState): number {
  return (
    b.state.observedAt - a.state.observedAt ||
    Math.abs(b.state.refunded ?? 0) - Math.abs(a.state.refunded ?? 0) ||
    Number(a.state.neverSold === true) - Number(b.state.neverSold === true) ||
    (a.key < b.key ? 1 : -1)
  );
}

/**
 * The newest who is a customer by name: whoever gives money back for the shop often knows the order alone, and sends a made-up anonymous id where the API wants one. A
 * refund or an end says last whose the order is.
 */
function ownerOf(newestFirst: readonly OrderState[]): OrderState['identifiers'] {
  const named = newestFirst.filter(({ identifiers }) => identifiers.some(({ namespace }) => namespace !== 'anonymous_id'));
  const some = newestFirst.filter(({ identifiers }) => identifiers.length > 0);
  return (named.find(isSale) ?? named[0] ?? some.find(isSale) ?? some[0])?.identifiers ?? [];
}

/** Whether a state tells of the sale itself. */
const isSale = ({ orderedAt, total, subtotal, items }: OrderState): boolean =>
  orderedAt !== null || total !== null || subtotal !== null || (items ?? []).length > 0;

/** Refunds told one by one count once each; a sum told of all of them holds where it is more. One without an amount gave everything back. */
function refundedOf(newestFirst: readonly OrderState[], sum: number | null): { readonly refunded: number | null; readonly everything: boolean } {
  const single = new Map<string, number | null>();
  for (const { refund } of newestFirst) if (refund !== undefined && !single.has(refund.id)) single.set(refund.id, refund.amount);
  if (single.size === 0) return { refunded: sum, everything: false };
  const amounts = [...single.values()];
  if (amounts.includes(null)) return { refunded: null, everything: true };
  const added = amounts.reduce((total: number, amount) => total + Math.round(Math.abs(amount ?? 0) * 10_000), 0) / 10_000;
  return { refunded: Math.max(added, Math.abs(sum ?? 0)), everything: false };
}
