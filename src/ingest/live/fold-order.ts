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
  const newestFirst = told.toSorted((a, b) => b.state.observedAt - a.state.observedAt || (a.key < b.key ? 1 : -1)).map(({ state }) => state);
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
    identifiers: newestFirst.find(({ identifiers }) => identifiers.length > 0)?.identifiers ?? [],
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
    // What never became a sale does not count, as if it had been cancelled.
    cancelledAt: said('neverSold') === true ? newest.observedAt : (said('cancelledAt') ?? null),
    ...(tags === undefined ? {} : { tags }),
    ...(acceptsEmail === undefined ? {} : { acceptsEmail }),
    fields: Object.assign({}, ...newestFirst.toReversed().map(({ fields }) => fields)) as OrderState['fields'],
    ...(items === undefined ? {} : { items }),
    properties: Object.assign({}, ...newestFirst.toReversed().map(({ properties }) => properties)) as OrderState['properties'],
  };
}

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
