import { expect, test } from 'vitest';
import type { AttributeWord, Vocabulary } from '../../language/index.ts';
import { categoryColumn, type FeatureTable } from '../../stats/index.ts';
import { type Added, tellFamilies } from './families.ts';
import { referenceOf } from './reference.ts';
import type { AskedOf } from './say/outcome.ts';
import { sayReason } from './say/reason.ts';

const number = (name: string, values: readonly number[]) => ({ kind: 'number', name, values: Float64Array.from(values) }) as const;
const word = (name: string, type: AttributeWord['type'], unit?: string): [string, AttributeWord] => [
  name,
  { name, label: name, type, table: 'features', column: name, ...(unit === undefined ? {} : { unit }) },
];
const vocabulary = {
  attributes: new Map([
    ...['last_visit_at', 'last_seen_at', 'last_event_at'].map((name) => word(name, 'instant')),
    ...['days_since_last_order', 'median_days_between_orders'].map((name) => word(name, 'number', 'days')),
  ]),
} as unknown as Vocabulary;
// Ada stays away, Bo ordered once, Cy is as most are; Di and Ed are who they are compared with.
const table: FeatureTable = {
  rows: 5,
  columns: [
    number('last_visit_at', [36, 3, 5, 5, 5]),
    number('last_seen_at', [8, 3, 2, 2, 2]),
    number('last_event_at', [26, 3, 2, 2, 2]),
    number('days_since_last_order', [40, 90, 10, 10, 12]),
    number('median_days_between_orders', [30, Number.NaN, 30, 30, 30]),
    number('orders_count', [6, 1, 6, 6, 6]),
    number('own_rhythm', [0.4, 0.5, 0.9, 0.9, 0.9]),
    number('visits_30d', [0, 2, 5, 5, 5]),
    number('visits_90d', [16, 2, 15, 15, 15]),
    number('events_count', [90, 4, 40, 40, 40]),
    categoryColumn('plan', ['Pro', 'Pro', 'Pro', 'Starter', 'Starter']),
  ],
};
const silence = { buyer: 'silence', horizonDays: 60 } as const;
const looked = (row: number, asked: AskedOf = silence) => ({ table, row, reference: referenceOf(table), shop: { vocabulary }, asked });
const added = (parts: Readonly<Record<string, number>>): readonly Added[] => Object.entries(parts).map(([column, contribution]) => ({ column, contribution }));

test('what means nearly the same is added up and told once, by the strongest that pulls the way of the sum', () => {
  // 3.5 − 1.6 + 0.4 = 2.3 of how long ago; the plan stands for itself.
  const parts = added({ last_event_at: 3.5, last_seen_at: -1.6, days_since_last_order: 0.4, plan: -0.5 });
  expect(tellFamilies(parts, looked(0))).toEqual([
    { column: 'last_event_at', effect: 3.5 - 1.6 + 0.4 },
    { column: 'plan', effect: -0.5 },
  ]);
  // 1.2 − 1.5 + 1.4 = 1.1: the sum goes the other way than its strongest member.
  expect(tellFamilies(added({ last_event_at: 1.2, last_seen_at: -1.5, last_visit_at: 1.4 }), looked(0))).toMatchObject([{ column: 'last_visit_at' }]);
});

test('a family whose members cancel out is not told', () => {
  // 0.98 − 0.72 = 0.26 of 1.7 is less than a quarter.
  expect(tellFamilies(added({ last_event_at: 0.98, last_seen_at: -0.72, plan: 0.1 }), looked(0)).map(({ column }) => column)).toEqual(['plan']);
});

test('no visit in 30 days is how long they have been away, and what goes by pauses between orders says of whoever ordered once that it was once', () => {
  expect(tellFamilies(added({ last_visit_at: 3.8, visits_30d: 2.9 }), looked(0))).toMatchObject([{ column: 'last_visit_at', effect: 3.8 + 2.9 }]);
  expect(tellFamilies(added({ last_visit_at: 3.8, events_count: -2 }), looked(0))).toMatchObject([{ column: 'last_visit_at', effect: 3.8 - 2 }]);
  expect(tellFamilies(added({ own_rhythm: 0.1, median_days_between_orders: 0.06, orders_count: 0.03 }), looked(1))).toMatchObject([{ column: 'own_rhythm' }]);
  expect(tellFamilies(added({ visits_30d: 2, last_visit_at: 1.5 }), looked(1)).map(({ column }) => column)).toEqual(['visits_30d', 'last_visit_at']);
});

test('where a customer is as most are is no reason, as long as there is another', () => {
  expect(tellFamilies(added({ last_seen_at: 0.9, plan: 0.4 }), looked(2)).map(({ column }) => column)).toEqual(['plan']);
  // 0.2 is too little to stand for the 0.9.
  expect(tellFamilies(added({ last_seen_at: 0.9, days_since_last_order: 0.2, plan: 0.4 }), looked(2)).map(({ column }) => column)).toEqual(['plan']);
  expect(tellFamilies(added({ last_seen_at: 0.9, days_since_last_order: 0.4, plan: 0.4 }), looked(2))).toMatchObject([
    { column: 'days_since_last_order', effect: 0.9 + 0.4 },
    { column: 'plan' },
  ]);
  expect(tellFamilies(added({ last_seen_at: 0.9 }), looked(2)).map(({ column }) => column)).toEqual(['last_seen_at']);
});

test('a member whose direction one would expect goes before a stronger one that says the opposite, which else is told of those otherwise alike', () => {
  // Visits fell from 8 a month to none, but 90 events are more than the 40 of others.
  const parts = added({ events_count: 1.5, visits_90d: 0.8 });
  const few: FeatureTable = { ...table, columns: table.columns.map((one) => (one.name === 'visits_30d' ? number('visits_30d', [1, 2, 5, 5, 5]) : one)) };
  const asked = { ...looked(0), table: few };
  expect(tellFamilies(added({ events_count: 1.5, visits_30d: 0.8 }), asked)).toEqual([{ column: 'visits_30d', effect: 1.5 + 0.8 }]);
  expect(tellFamilies(parts, { ...asked, asked: { horizonDays: 60 } })).toEqual([{ column: 'events_count', effect: 1.5 + 0.8 }]);
  const visit = table.columns[0];
  if (visit === undefined) throw new Error('last_visit_at');
  expect(sayReason(visit, 'last visit', -1, looked(0)).sentence).toBe(
    'Last visit 36 days ago (half of all customers: 5 days or less), after about 2 visits a week; of customers otherwise alike, such are less likely to stay away.',
  );
  expect(sayReason(visit, 'last visit', 1, looked(0, { horizonDays: 30, ends: 'Membership Cancelled' })).sentence).toBe(
    'Last visit 36 days ago (half of all members: 5 days or less), after about 2 visits a week; such members are likelier to leave.',
  );
});

test("an own pause between orders stands in place of everybody's", () => {
  const quiet = table.columns[3];
  if (quiet === undefined) throw new Error('days_since_last_order');
  const said = (row: number, effect: number): string => sayReason(quiet, 'days since last order', effect, looked(row)).sentence;
  expect(said(0, 1)).toBe('Last order 40 days ago, and they usually order every 30 days; such customers are likelier to stay away.');
  expect(said(1, 1)).toBe('Last order 90 days ago (half of all customers: 12 days or less); such customers are likelier to stay away.');
  expect(said(2, 1)).toBe('Last order 10 days ago, and they usually order every 30 days; of customers otherwise alike, such are likelier to stay away.');
});
