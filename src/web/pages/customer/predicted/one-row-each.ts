type Product = { readonly key: string; readonly name: string };
type Reason = { readonly kind: string; readonly sentence: string };
export type Offer = { readonly product: Product; readonly reasons: readonly Reason[] };

/** A product that is offered for several reasons is one row with all of them, where the first put it. */
export function oneRowEach(offers: readonly (Reason & { readonly product: Product })[]): readonly Offer[] {
  const rows = new Map<string, Offer>();
  for (const { product, kind, sentence } of offers)
    rows.set(product.key, { product, reasons: [...(rows.get(product.key)?.reasons ?? []), { kind, sentence }] });
  return [...rows.values()];
}
