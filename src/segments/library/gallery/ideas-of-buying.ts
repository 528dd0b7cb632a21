import type { Idea } from './idea.ts';

/** What people bought, how much they are worth, and where they stand with the shop. */
export const ideasOfBuying: readonly Idea[] = [
  {
    id: 'best-gone-quiet',
    kind: 'rfm',
    name: 'Best customers gone quiet',
    text: 'rfm.f >= 4 and rfm.m >= 4 and rfm.r <= 2',
    note: 'Ordered often and for much, and not lately. Few people, much money: write to each in person.',
  },
  {
    id: 'recent-big-first',
    kind: 'rfm',
    name: 'Recent, with a large first basket',
    text: 'rfm.r >= 4 and rfm.f <= 2 and rfm.m >= 4',
    note: 'New and generous. A good second experience makes regulars of them.',
  },
  {
    id: 'top-spenders',
    kind: 'value',
    name: 'Big spenders of the last year',
    text: 'sum(orders.total in last 12 months) > 500',
    note: 'Set the amount so that about one in five is in it. Early access and personal service pay here.',
  },
  {
    id: 'small-baskets-often',
    kind: 'value',
    name: 'Small baskets, often',
    text: 'count(orders in last 12 months) >= 4 and avg(orders.total in last 12 months) < 30',
    note: 'Loyal at small sizes. Free delivery from a slightly larger basket moves them.',
  },
  {
    id: 'second-order-due',
    kind: 'lifecycle',
    name: 'Second order is due',
    text: 'orders = 1 and days since last order between 20 and 60',
    note: 'One order, long enough ago to want more. The second order is the hardest and worth the most.',
  },
  {
    id: 'won-back',
    kind: 'lifecycle',
    name: 'Came back after a long pause',
    text: 'mean_days_between_orders >= 120 and days since last order <= 45',
    note: 'They have just ordered again. Find out what brought them back and do more of it.',
  },
  {
    id: 'anniversary',
    kind: 'lifecycle',
    name: 'A year with you',
    text: 'days since first order between 351 and 365',
    note: 'A year since the first order. A thank-you costs little and is remembered.',
  },
  {
    id: 'several-categories',
    kind: 'behavioural',
    name: 'Buy across the range',
    text: 'distinct(items.category in last 12 months) >= 3',
    note: 'They trust you beyond one thing: show them what is new first.',
  },
  {
    id: 'one-category',
    kind: 'behavioural',
    name: 'Always the same category',
    text: 'orders >= 3 and distinct(items.category) = 1',
    note: 'Three orders or more, all from one category. Suggest what goes with it.',
  },
  {
    id: 'viewed-then-left',
    kind: 'behavioural',
    name: 'Looked, added, did not buy',
    text: '"Product Added" then not "Order Completed" within 2 days in last 14 days',
    note: 'Put something into the basket and left. A reminder within days works best.',
  },
  {
    id: 'returns-often',
    kind: 'behavioural',
    name: 'Send much back',
    text: 'count(returns in last 12 months) >= 2',
    note: 'Help before the order (sizes, advice) costs less than the return.',
  },
];
