import { roundLimitDown } from './limits.ts';
import type { Template } from './template.ts';

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
              note: 'The fifth that spent most. Know them by name, answer them first, thank them, and notice when one goes quiet.',
            },
            {
              name: 'Medium value',
              text: 'value_tier = "medium"',
              note: 'The next three in ten. One more order a year from each is often worth more than any new customer.',
            },
            {
              name: 'Low value',
              text: 'value_tier = "low"',
              note: 'The half that spent least. Keep them served well and cheaply; automate rather than discount.',
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
