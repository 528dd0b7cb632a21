import { logGamma } from '../../../src/stats/index.ts';
import { categories } from '../catalogue.ts';
import { day, type LocalMinute, minuteOf, monthOf, startOfDay, weekdayOf, yearOf } from '../clock.ts';
import type { Person } from '../people.ts';
import type { Order } from '../purchases.ts';

/** What the files show of one buyer, as the sums that likelihoods of types need. Times in days. */
export type Seen = {
  readonly acceptsEmail: boolean;
  readonly subscriber: boolean;
  readonly wholesale: boolean;
  /** The share of the shop's time after which they came. */
  readonly arrived: number;
  readonly orders: number;
  readonly coupons: number;
  readonly invoices: number;
  /** Orders after the first one, on working days and at weekends. */
  readonly workdays: number;
  readonly weekends: number;
  readonly hours: readonly number[];
  /** Lines beyond the first of each order; the sum of the logarithms of their factorials. */
  readonly furtherLines: number;
  readonly furtherLinesLogs: number;
  /** Lines by the bag, bags beyond the first, and the same sum of these. */
  readonly bagged: number;
  readonly furtherBags: number;
  readonly furtherBagsLogs: number;
  /** Lines by category, from January to October and in the last two months. */
  readonly lines: readonly [readonly number[], readonly number[]];
  readonly gaps: { readonly count: number; readonly days: number; readonly logs: number };
  /** Whether all gaps are of 14, or of 28 days. */
  readonly exactly: readonly [boolean, boolean];
  /** From the first to the last order, and from that one until now. */
  readonly known: number;
  readonly quiet: number;
  readonly christmas: Christmas | undefined;
  /** Whether they may have come around Christmas alone: the share of their orders there. */
  readonly atChristmas: number;
};

/** Of whoever came again around Christmas alone: years without, with one and with two orders until the last one, and the ends of the seasons since, in days since the account. */
export type Christmas = {
  readonly none: number;
  readonly once: number;
  readonly twice: number;
  readonly since: readonly number[];
  readonly last: number;
  readonly now: number;
};

type Period = { readonly start: LocalMinute; readonly end: LocalMinute };

/** Orders oldest first, the first of them the one that came with the account; as in posterior.ts. */
export function seenOf(person: Pick<Person, 'tags' | 'acceptsEmail' | 'signedUp'>, orders: readonly Order[], { start, end }: Period): Seen {
  const dates = orders.map(({ at }) => startOfDay(at));
  const gaps = dates.slice(1).map((date, place) => Math.max(0.5, (date - (dates[place] ?? date)) / day));
  const [signedUp, last] = [startOfDay(person.signedUp), dates.at(-1) ?? person.signedUp];
  const hours = Array.from({ length: 24 }, () => 0);
  orders.forEach(({ at }, place) => {
    const hour = Math.floor((place === 0 ? at - 15 : at) / 60) % 24;
    hours[hour] = (hours[hour] ?? 0) + 1;
  });
  const further = orders.map(({ lines }) => Math.min(5, lines.length - 1));
  const lines = orders.flatMap(({ at, lines: own }) => own.map((line) => ({ ...line, category: line.product.category, winter: monthOf(at) >= 11 })));
  const bags = lines.filter(({ category }) => category !== 'Equipment' && category !== 'Subscriptions').map(({ quantity }) => quantity - 1);
  const later = orders.slice(1);
  return {
    acceptsEmail: person.acceptsEmail,
    subscriber: person.tags.includes('subscriber'),
    wholesale: person.tags.includes('wholesale'),
    arrived: Math.max(0.001, (signedUp - start) / (end - start - 4 * day)),
    orders: orders.length,
    coupons: count(orders, ({ coupon }) => coupon !== ''),
    invoices: count(orders, ({ payment }) => payment === 'invoice'),
    workdays: count(later, ({ at }) => weekdayOf(at) <= 5),
    weekends: count(later, ({ at }) => weekdayOf(at) > 5),
    hours,
    furtherLines: sum(further),
    furtherLinesLogs: sum(further.map((own) => logGamma(own + 1))),
    bagged: bags.length,
    furtherBags: sum(bags),
    furtherBagsLogs: sum(bags.map((own) => logGamma(own + 1))),
    lines: [
      categories.map((category) => count(lines, (line) => !line.winter && line.category === category)),
      categories.map((category) => count(lines, (line) => line.winter && line.category === category)),
    ],
    gaps: { count: gaps.length, days: sum(gaps), logs: sum(gaps.map(Math.log)) },
    exactly: [gaps.every((gap) => gap === 14), gaps.every((gap) => gap === 28)],
    known: (last - signedUp) / day,
    quiet: (end - last) / day,
    christmas: christmasOf(person.signedUp, dates, last, end),
    atChristmas: count(dates, (date) => inSeason(date)) / Math.max(1, dates.length),
  };
}

const sum = (values: readonly number[]): number => values.reduce((whole, own) => whole + own, 0);
const count = <T>(all: readonly T[], holds: (one: T) => boolean): number => all.filter(holds).length;

const season = (year: number): { readonly from: LocalMinute; readonly to: LocalMinute } => ({ from: minuteOf(`${year}-11-24`), to: minuteOf(`${year}-12-20`) });
const inSeason = (date: LocalMinute): boolean => date >= season(yearOf(date)).from && date < season(yearOf(date)).to;

function christmasOf(signedUp: LocalMinute, dates: readonly LocalMinute[], last: LocalMinute, end: LocalMinute): Christmas | undefined {
  const later = dates.slice(1);
  const years = Array.from({ length: yearOf(end) - yearOf(signedUp) + 1 }, (_, place) => season(yearOf(signedUp) + place));
  const own = years.map(({ from, to }) => ({ to, orders: count(later, (date) => date >= from && date < to) }));
  if (!later.every(inSeason) || own.some(({ orders }) => orders > 2)) return undefined;
  const before = own.filter(({ to }) => to > signedUp + day && to <= last + 26 * day);
  const days = (at: LocalMinute): number => (at - signedUp) / day;
  return {
    none: count(before, ({ orders }) => orders === 0),
    once: count(before, ({ orders }) => orders === 1),
    twice: count(before, ({ orders }) => orders === 2),
    since: own.filter(({ to }) => to > last + 26 * day && to <= end).map(({ to }) => days(to)),
    last: days(last),
    now: days(end),
  };
}
