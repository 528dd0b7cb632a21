import type { OrderModelKind } from './orders/model.ts';

const labels: Readonly<Record<OrderModelKind, string>> = {
  average: 'the average of customers like this',
  'past-rate': "each customer's own rate so far",
  'bg-nbd': 'BG/NBD',
  'pareto-nbd': 'Pareto/NBD',
  'bg-bb': 'BG/BB (by four weeks)',
};

/** What a candidate is called. */
export const labelOf = (kind: OrderModelKind): string => labels[kind];
