import type { DurationUnit } from '../../src/language/tree.ts';
import type { Moment, WordType } from '../naive/world.ts';

/** The vocabulary of random worlds and trees: few names and few values, so that conditions meet data. */
export const words = {
  country: 'text',
  city: 'text',
  code: 'text',
  age: 'number',
  score: 'number',
  vip: 'boolean',
  tags: 'list',
  birthday: 'birthday',
  signup_date: 'date',
  renewal_date: 'date',
  last_visit: 'instant',
  trial_ends: 'instant',
  latitude: 'number',
  longitude: 'number',
  lifecycle: 'text',
  total_spent: 'number',
} as const satisfies Readonly<Record<string, WordType>>;

export const featureWords = ['lifecycle', 'total_spent'] as const;

/** What texts may be in the data; blanks and odd spellings included. */
export const texts = [
  'GB',
  'gb',
  ' Gb ',
  'ＧＢ',
  'US',
  'Leeds',
  'leeds town',
  'Straße',
  'STRASSE',
  "O'Hara",
  '',
  '  ',
  'ﬁsh',
  'FISH',
  'cafe\u0301',
  'CAFÉ',
  '%',
  'a_b',
] as const;
/** What definitions compare them with. */
export const textLiterals = ['GB', 'us', 'leeds', 'Leeds Town', 'strasse', "o'hara", 'Fish', 'café', '%', '_', 'e', 'S', 'nowhere'] as const;
export const codes = ['12', ' 7.5', '1e1', 'seven', '-3', '', '0', 'nan', '1_0', '10'] as const;
export const numbers = [-3, 0, 1, 2, 2.5, 7.5, 10, 12, 25, 100] as const;
/** In quarters, so that sums and averages of any kind of number are exact. */
export const amounts = [0, 0.25, 0.5, 1, 2.5, 10, 10.75, 50, 99.75, 100] as const;
export const tags = ['vip', 'VIP ', 'staff', 'wholesale', 'new'] as const;
export const lifecycles = ['new', 'Loyal', 'at risk', ''] as const;

export const eventNames = ['Product Viewed', 'Product Added', 'Checkout Started', 'Order Completed'] as const;
export const eventProperties = { colour: 'text', amount: 'number', gift: 'boolean' } as const;

/** Lengths of time that windows and sequences use, and around which facts are placed. */
export const lengths: readonly { readonly amount: number; readonly unit: DurationUnit }[] = [
  { amount: 30, unit: 'minute' },
  { amount: 1, unit: 'hour' },
  { amount: 24, unit: 'hour' },
  { amount: 1, unit: 'day' },
  { amount: 2, unit: 'day' },
  { amount: 7, unit: 'day' },
  { amount: 1, unit: 'week' },
  { amount: 30, unit: 'day' },
  { amount: 1, unit: 'month' },
  { amount: 2, unit: 'month' },
  { amount: 6, unit: 'month' },
  { amount: 1, unit: 'year' },
];

const moment = (text: string, zone: string, weekStart = 1): Moment => ({ now: Date.parse(text) * 1000, zone, weekStart });

/** Instants at which calendars are awkward: clocks change, months are short, years begin, a day is missing. */
export const moments: readonly Moment[] = [
  moment('2026-03-15T12:00:00Z', 'UTC'),
  moment('2026-03-29T01:30:00Z', 'Europe/London'),
  moment('2026-04-29T00:30:00Z', 'Europe/London', 7),
  moment('2026-10-25T00:30:00Z', 'Europe/London'),
  moment('2026-11-25T01:30:00Z', 'Europe/London'),
  moment('2026-03-31T10:00:00Z', 'UTC', 6),
  moment('2024-02-29T23:59:59.999Z', 'UTC'),
  moment('2025-02-28T12:00:00Z', 'America/New_York', 7),
  moment('2026-03-08T07:00:00Z', 'America/New_York'),
  moment('2026-11-01T06:30:00Z', 'America/New_York'),
  moment('2026-01-01T05:00:00Z', 'America/New_York'),
  moment('2011-12-30T10:00:00Z', 'Pacific/Apia'),
  moment('2012-01-30T04:00:00Z', 'Pacific/Apia'),
  moment('2026-04-04T15:15:00Z', 'Australia/Lord_Howe'),
  moment('2018-11-04T03:00:00Z', 'America/Sao_Paulo', 7),
  moment('2027-01-01T00:00:00Z', 'Asia/Kathmandu', 3),
];
