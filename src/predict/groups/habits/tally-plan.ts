import { categoryMix, discountHabit, hourColumns, isMix, orderPace, timeOfDay } from './names.ts';

/** What is counted of each customer, order by order, mail by mail and week by week, and where each level ends: kept with a model, so that whoever is scored later is counted alike. */
export type TallyPlan = {
  readonly facets: readonly Facet[];
  readonly mix: readonly string[];
  /** Limits of what an order came to: a quarter of all orders lies between two of them. */
  readonly baskets: readonly number[];
  /** Limits of days from one purchase to the next: a tenth of all gaps lies between two of them. A silence beyond the last one counts as a level of its own. */
  readonly days: readonly number[];
  /**
   * Whether the rhythm is told by the gaps and the silence themselves instead of by levels, and what is done beside ordering by whether somebody may come again. Plans made before that was done do not say, and nor do those of a shop
   * where nobody came twice.
   */
  readonly renewal?: boolean;
};
export type Facet = 'categories' | 'discounts' | 'hours' | 'baskets' | 'rhythm' | 'mails' | 'visits';

/** Columns that say in one number what is counted here. */
const facetOf: ReadonlyMap<string, Facet> = new Map([
  [discountHabit, 'discounts'],
  ...hourColumns.map((name) => [name, 'hours'] as const),
  ['average_order_value', 'baskets'],
  ['median_days_between_orders', 'rhythm'],
  [orderPace, 'rhythm'],
  ['emails_opened_90d', 'mails'],
  ['visits_30d', 'visits'],
]);

/** What customers do beside ordering: counted for classes wherever a shop knows of it, and in no distance. */
export const besideOrders: readonly Facet[] = ['mails', 'visits'];
export const isBeside = (facet: Facet): boolean => besideOrders.includes(facet);

/** What else than the columns of its space a plan compares customers by: the word of the language that says about the same, and how it is called. */
export const comparedBeside = ({ facets }: Pick<TallyPlan, 'facets'>): readonly { readonly column: string; readonly label: string }[] =>
  facets.flatMap((facet) => (facet === 'mails' ? [openedMails] : facet === 'visits' ? [weeksOfVisits] : []));
const openedMails = { column: 'emails_opened_90d', label: 'e-mails opened, of those that arrived' };
const weeksOfVisits = { column: 'visits_30d', label: 'weeks with a visit' };

export const facetsOf = (columns: readonly string[]): readonly Facet[] => [
  ...new Set(columns.flatMap((name) => (isMix(name) ? 'categories' : (facetOf.get(name) ?? [])))),
];

/** Whether one of the columns somebody wished for is counted here. */
export const tellsOrders = (wished: readonly string[]): boolean => wished.some((name) => name === categoryMix || name === timeOfDay || facetOf.has(name));
