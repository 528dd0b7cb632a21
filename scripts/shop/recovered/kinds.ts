import { categories } from '../catalogue.ts';
import { everyday } from '../purchases.ts';
import { type CustomerType, customerTypes, habits } from '../types.ts';

/** How somebody of a kind orders: at a rhythm of their own, every 14 or 28 days to the day, around Christmas, or once. */
export type Sort = 'rhythm' | 'to the day' | 'christmas' | 'once';

/** A planted type as one who makes the shop has it in mind: its sort is told, its numbers are true or to be found. */
export type Kind = {
  readonly type: CustomerType;
  readonly sort: Sort;
  readonly weight: number;
  /** Rates are gamma-distributed with this shape, one order in so many days in the mean; gaps have so many steps (Erlang). */
  readonly shape: number;
  readonly meanDays: number;
  readonly steps: number;
  readonly lifetime: number;
  /** Share of those who come every 14 days instead of 28. */
  readonly fortnightly: number;
  /** Years around Christmas with none, one and two orders. */
  readonly years: readonly [number, number, number];
  readonly favourites: readonly number[];
  readonly table: readonly number[];
  /** Whether favourites are taken from the table itself, and no other than one. */
  readonly open: boolean;
  readonly faithful: number;
  /** Share of presents among lines in winter; null where there is none. */
  readonly season: number | null;
  readonly coupon: number;
  readonly furtherLines: number;
  readonly furtherBags: number;
  readonly hours: readonly number[];
  readonly acceptsEmail: number;
  readonly subscriber: number;
  readonly wholesale: number;
  readonly invoice: number;
  /** Share of later orders at weekends; null where it is left to the days themselves. */
  readonly weekend: number | null;
  /** The share of the shop's time after which they come: even until a last one, or by a power of it. */
  readonly arrival: { readonly until: number } | { readonly power: number };
};

const sortOf = (type: CustomerType): Sort =>
  type === 'one-time' ? 'once' : type === 'gift buyer' ? 'christmas' : habits[type].steadiness === 0 ? 'to the day' : 'rhythm';
const shares = (weights: readonly number[]): readonly number[] => weights.map((own) => own / weights.reduce((sum, weight) => sum + weight, 0));
const spread = (pairs: readonly (readonly [string, number])[]): readonly number[] =>
  shares(categories.map((category) => pairs.find(([own]) => own === category)?.[1] ?? 0));

const buying = customerTypes.filter((type) => type !== 'browser');
const all = buying.reduce((sum, type) => sum + habits[type].share, 0);

/** As the shop was made. */
export const trueKinds: readonly Kind[] = buying.map((type) => {
  const { share, rate, steadiness, lifetimeDays, categories: own, faithful, coupon, lines, extraUnits, hours } = habits[type];
  const wholesale = type === 'wholesale';
  return {
    type,
    sort: sortOf(type),
    weight: share / all,
    shape: rate.shape,
    meanDays: rate.meanDays,
    steps: Math.max(1, steadiness),
    lifetime: lifetimeDays,
    fortnightly: 1 / 3,
    years: [0.25, 0.375, 0.375],
    favourites: spread(own),
    table: spread(own.length > 1 ? own : everyday),
    open: own.length > 1,
    faithful,
    season: wholesale || type === 'subscriber' ? null : 0.2,
    coupon,
    furtherLines: lines - 1,
    furtherBags: extraUnits,
    hours: Array.from({ length: 24 }, (_, hour) => (hours.find(([one]) => one === hour)?.[1] ?? 0.001) / hours.reduce((sum, [, usual]) => sum + usual, 0)),
    acceptsEmail: type === 'one-time' ? 0.35 : 0.62,
    subscriber: type === 'subscriber' ? 0.8 : 0,
    wholesale: wholesale ? 1 : 0,
    invoice: wholesale ? 1 : 0,
    weekend: wholesale ? 0 : null,
    arrival: type === 'lapsed' ? { until: 0.7 } : { power: wholesale ? 1 / 1.5 : 1 / 0.8 },
  };
});
