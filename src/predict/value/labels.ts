import type { OrderModelKind } from './orders/model.ts';

const labels: Readonly<Record<OrderModelKind, string>> = {
  average: 'the average of customers like this',
  'past-rate': "each customer's own rate so far",
  'bg-nbd': 'BG/NBD',
  'pareto-nbd': 'Pareto/NBD',
  'bg-bb': 'BG/BB (by four weeks)',
};

const meanings: Readonly<Partial<Record<OrderModelKind, string>>> = {
  'bg-nbd': 'BG/NBD takes each customer to order at a pace of their own until, after some order, they leave for good.',
  'pareto-nbd': 'Pareto/NBD takes each customer to order at a pace of their own until some day they leave for good.',
  'bg-bb': 'BG/BB takes each customer to order or not in every four weeks, at a chance of their own, until they leave for good.',
};

/** What a name of the literature stands for, for those who have not read it; nothing where the label says it. */
export const meaningOf = (kind: OrderModelKind): string => meanings[kind] ?? '';

/** What a candidate is called. */
export const labelOf = (kind: OrderModelKind): string => labels[kind];
