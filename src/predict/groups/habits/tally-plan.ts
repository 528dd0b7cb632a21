import { categoryMix, discountHabit, hourColumns, isMix, orderPace, timeOfDay } from './names.ts';

/** What is counted of each customer, order by order, and where each level ends: kept with a model, so that whoever is scored later is counted alike. */
export type TallyPlan = {
  readonly facets: readonly Facet[];
  readonly mix: readonly string[];
  /** Limits of what an order came to: a quarter of all orders lies between two of them. */
  readonly baskets: readonly number[];
  /** Limits of days from one purchase to the next: a tenth of all gaps lies between two of them. A silence beyond the last one counts as a level of its own. */
  readonly days: readonly number[];
};
export type Facet = 'categories' | 'discounts' | 'hours' | 'baskets' | 'rhythm';

/** Columns that say in one number what is counted here. */
const facetOf: ReadonlyMap<string, Facet> = new Map([
  [discountHabit, 'discounts'],
  ...hourColumns.map((name) => [name, 'hours'] as const),
  ['average_order_value', 'baskets'],
  ['median_days_between_orders', 'rhythm'],
  [orderPace, 'rhythm'],
]);
export const facetsOf = (columns: readonly string[]): readonly Facet[] => [
  ...new Set(columns.flatMap((name) => (isMix(name) ? 'categories' : (facetOf.get(name) ?? [])))),
];

/** Whether one of the columns somebody wished for is counted here. */
export const tellsOrders = (wished: readonly string[]): boolean => wished.some((name) => name === categoryMix || name === timeOfDay || facetOf.has(name));
