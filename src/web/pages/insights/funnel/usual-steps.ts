const way = ['Product Viewed', 'Product Added', 'Checkout Started', 'Order Completed'];

/** The usual way to an order, as far as this shop records it; else its two most frequent events. */
export function usualSteps(events: readonly string[]): readonly string[] {
  const known = way.filter((event) => events.includes(event));
  return known.length >= 2 ? known : events.slice(0, 2);
}
