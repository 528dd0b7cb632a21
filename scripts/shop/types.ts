import type { Category } from './catalogue.ts';

/** The planted kinds of customer, and how each buys. */
export const customerTypes = [
  'espresso loyalist',
  'subscriber',
  'regular',
  'gift buyer',
  'bargain hunter',
  'wholesale',
  'one-time',
  'lapsed',
  'browser',
] as const;
export type CustomerType = (typeof customerTypes)[number];

export type Habit = {
  /** Out of 100 customers. */
  readonly share: number;
  /** Orders per day while alive: gamma with this shape, and this mean number of days between orders. */
  readonly rate: { readonly shape: number; readonly meanDays: number };
  /** Evenness of the rhythm: 1 is Poisson, higher is steadier (Erlang); 0 is the same day each time. */
  readonly steadiness: number;
  /** Mean days from the first order until the customer is gone for good (exponential). */
  readonly lifetimeDays: number;
  readonly categories: readonly (readonly [Category, number])[];
  /** How often the favourite category wins over the table above. */
  readonly faithful: number;
  readonly coupon: number;
  readonly lines: number;
  /** Mean bags per line beyond the first. */
  readonly extraUnits: number;
  readonly opensEmail: number;
  readonly hours: readonly (readonly [number, number])[];
};

const evenings = [
  [8, 2],
  [9, 2],
  [12, 3],
  [13, 2],
  [18, 3],
  [19, 5],
  [20, 6],
  [21, 4],
] as const;
const mornings = [
  [6, 2],
  [7, 6],
  [8, 6],
  [9, 3],
  [10, 2],
  [17, 1],
] as const;
const office = [
  [8, 2],
  [9, 5],
  [10, 5],
  [11, 3],
  [14, 3],
  [15, 2],
] as const;
const late = [
  [12, 1],
  [20, 3],
  [21, 5],
  [22, 6],
  [23, 3],
] as const;

const shelf = [
  ['Filter Coffee', 4],
  ['Espresso', 4],
  ['Decaf', 1.2],
  ['Equipment', 1],
  ['Gifts', 0.6],
] as const;

export const habits: Readonly<Record<CustomerType, Habit>> = {
  'espresso loyalist': {
    share: 13,
    rate: { shape: 12, meanDays: 27 },
    steadiness: 6,
    lifetimeDays: 1300,
    categories: [['Espresso', 1]],
    faithful: 0.86,
    coupon: 0.05,
    lines: 1.5,
    extraUnits: 0.5,
    opensEmail: 0.5,
    hours: mornings,
  },
  subscriber: {
    share: 9,
    rate: { shape: 60, meanDays: 28 },
    steadiness: 0,
    lifetimeDays: 900,
    categories: [['Subscriptions', 1]],
    faithful: 0.97,
    coupon: 0.02,
    lines: 1.1,
    extraUnits: 0,
    opensEmail: 0.35,
    hours: mornings,
  },
  // The plain buy-till-you-die customer: Poisson orders, gamma heterogeneity, exponential lifetime, nothing else.
  regular: {
    share: 20,
    rate: { shape: 1.4, meanDays: 75 },
    steadiness: 1,
    lifetimeDays: 700,
    categories: shelf,
    faithful: 0.55,
    coupon: 0.1,
    lines: 1.8,
    extraUnits: 0.4,
    opensEmail: 0.3,
    hours: evenings,
  },
  'gift buyer': {
    share: 12,
    rate: { shape: 8, meanDays: 280 },
    steadiness: 1,
    lifetimeDays: 1600,
    categories: [['Gifts', 1]],
    faithful: 0.85,
    coupon: 0.12,
    lines: 2.1,
    extraUnits: 0.5,
    opensEmail: 0.15,
    hours: evenings,
  },
  'bargain hunter': {
    share: 12,
    rate: { shape: 4, meanDays: 70 },
    steadiness: 1,
    lifetimeDays: 800,
    categories: shelf,
    faithful: 0.45,
    coupon: 0.85,
    lines: 1.9,
    extraUnits: 0.6,
    opensEmail: 0.65,
    hours: late,
  },
  wholesale: {
    share: 3,
    rate: { shape: 10, meanDays: 18 },
    steadiness: 5,
    lifetimeDays: 1500,
    categories: [
      ['Wholesale', 5],
      ['Espresso', 1],
    ],
    faithful: 0.8,
    coupon: 0.03,
    lines: 2,
    extraUnits: 2.5,
    opensEmail: 0.25,
    hours: office,
  },
  'one-time': {
    share: 16,
    rate: { shape: 1, meanDays: 400 },
    steadiness: 1,
    lifetimeDays: 1,
    categories: shelf,
    faithful: 0.5,
    coupon: 0.2,
    lines: 1.4,
    extraUnits: 0.2,
    opensEmail: 0.1,
    hours: evenings,
  },
  lapsed: {
    share: 7,
    rate: { shape: 5, meanDays: 35 },
    steadiness: 2,
    lifetimeDays: 160,
    categories: shelf,
    faithful: 0.6,
    coupon: 0.1,
    lines: 1.6,
    extraUnits: 0.3,
    opensEmail: 0.05,
    hours: evenings,
  },
  browser: {
    share: 8,
    rate: { shape: 1, meanDays: 365 },
    steadiness: 1,
    lifetimeDays: 1,
    categories: shelf,
    faithful: 0.6,
    coupon: 0,
    lines: 1,
    extraUnits: 0,
    opensEmail: 0.2,
    hours: late,
  },
};
