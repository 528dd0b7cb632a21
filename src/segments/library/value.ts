import { roundLimitDown } from './limits.ts';
import type { Template } from './template.ts';

/** How far a tier may be from its share and still be called by it. */
const near = 0.05;

/** Who is in a tier: as many as it is made for, or as many as there are where customers who spent the same share the better one. */
function tierWords(share: number, meant: number, usual: string, which: string): string {
  if (Math.abs(share - meant) <= near) return `${usual}.`;
  const percent = Math.round(100 * share);
  const who = percent === 0 ? 'Hardly anybody' : percent >= 95 ? 'Nearly everybody' : which === 'next' ? `The next ${percent}%` : `The ${percent}% ${which}`;
  return `${who}: those who spent the same share the better tier.`;
}

/** What they are worth. */
export const value: readonly Template[] = [
  {
    id: 'value tiers',
    whole: true,
    needs: 'orders of at least 20 customers, and what they are worth',
    make: (survey) =>
      survey.orders === undefined || survey.orders.paying === 0
        ? []
        : [
            {
              name: 'High value',
              text: 'value_tier = "high"',
              note: `${tierWords(survey.orders.highTier, 0.2, 'The fifth that spent most', 'that spent most')} Know them by name, answer them first, thank them, and notice when one goes quiet.`,
            },
            {
              name: 'Medium value',
              text: 'value_tier = "medium"',
              note: `${tierWords(survey.orders.mediumTier, 0.3, 'The next three in ten', 'next')} One more order a year from each is often worth more than any new customer.`,
            },
            {
              name: 'Low value',
              text: 'value_tier = "low"',
              note: `${tierWords(1 - survey.orders.highTier - survey.orders.mediumTier, 0.5, 'The half that spent least', 'that spent least')} Keep them served well and cheaply; automate rather than discount.`,
            },
          ],
  },
  {
    id: 'large orders',
    needs: 'orders of at least 20 customers, and amounts that differ: no more than two in five reach what the highest fifth spends',
    make: (survey) => {
      if (survey.orders === undefined || survey.orders.highOrderValue <= 0 || survey.orders.highOrders > 0.4) return [];
      const limit = roundLimitDown(survey.orders.highOrderValue);
      return [
        {
          name: 'Large orders',
          text: `average_order_value >= ${limit}`,
          note: `Orders of ${limit} ${survey.currency} or more on average, which one buyer in five reaches. Offer bundles, account terms or a personal contact.`,
        },
      ];
    },
  },
  {
    id: 'rising stars',
    needs: 'orders of at least 20 customers',
    make: (survey) =>
      survey.orders === undefined || survey.orders.risingStars < 5
        ? []
        : [
            {
              name: 'New and already valuable',
              text: 'days since first order <= 90 and value_tier = "high"',
              note: 'In their first three months and already among the top fifth. A personal welcome now makes a regular.',
            },
          ],
  },
];
