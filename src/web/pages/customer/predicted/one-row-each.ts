type Product = { readonly key: string; readonly name: string };
type Reason = { readonly kind: string; readonly sentence: string };
type Put = Reason & { readonly product: Product /** Says nothing that another reason of the same product would not say. */; readonly weak?: boolean };
export type Offer = { readonly product: Product; readonly reasons: readonly Reason[] };

/** A product that is offered for several reasons is one row with all of them, where the first put it; a weak one stands only alone. */
export function oneRowEach(offers: readonly Put[]): readonly Offer[] {
  const rows = new Map<string, Offer>();
  for (const { product, kind, sentence, weak } of offers) {
    const before = rows.get(product.key)?.reasons ?? [];
    if (before.length === 0 || weak !== true) rows.set(product.key, { product, reasons: [...before, { kind, sentence }] });
  }
  return [...rows.values()];
}
