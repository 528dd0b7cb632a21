import { logGamma } from '../../src/stats/index.ts';
import type { Category } from './catalogue.ts';
import { day, type LocalMinute, minuteOf, monthOf, startOfDay, weekdayOf, yearOf } from './clock.ts';
import type { Person } from './people.ts';
import { everyday, type Order } from './purchases.ts';
import { type CustomerType, customerTypes, habits } from './types.ts';

// What somebody can tell of a customer who knows how the shop was made, and sees what its files show of this one: the orders so far and the customer list. By Bayes over types, favourites, rates and lifetimes.

/** What the files show: nobody's type, rate, favourite or end. */
export type Shown = Pick<Person, 'tags' | 'acceptsEmail' | 'signedUp'>;
/** One thing that the customer may be, how likely it is, and how likely nothing is ordered until a moment. */
export type Belief = { readonly type: CustomerType; readonly favourite: Category; readonly weight: number; readonly alive: number; readonly silent: number };

type Silence = { readonly evidence: number; readonly alive: number; readonly silent: number };

/** Beliefs as of `now` about the time until `until`, from the orders before `now` (oldest first, the first of them the one that came with the account). Weights add up to 1. */
export function beliefsOf(
  shown: Shown,
  orders: readonly Order[],
  period: { readonly start: LocalMinute; readonly end: LocalMinute },
  now: LocalMinute,
  until: LocalMinute,
): readonly Belief[] {
  const found = customerTypes.flatMap((type) => {
    if (type === 'browser') return [];
    const { evidence, alive, silent } = timesOf(type, shown.signedUp, orders, now, until);
    if (evidence <= 0) return [];
    const rest =
      Math.log(habits[type].share) +
      Math.log(evidence) +
      arrival(type, shown.signedUp, period) +
      listed(type, shown) +
      orders.reduce((sum, order, place) => sum + manner(type, order, place), 0);
    const { categories } = habits[type];
    const total = categories.reduce((sum, [, weight]) => sum + weight, 0);
    return categories.map(([favourite, weight]) => ({
      type,
      favourite,
      alive,
      silent,
      log: rest + Math.log(weight / total) + bought(type, favourite, orders),
    }));
  });
  const most = Math.max(...found.map(({ log }) => log));
  const sum = found.reduce((whole, { log }) => whole + Math.exp(log - most), 0);
  return found.map(({ log, ...own }) => ({ ...own, weight: Math.exp(log - most) / sum }));
}

/** Chance that a line is of a category, for one with this type and favourite. */
export function lineChance(type: CustomerType, favourite: Category, category: Category, at: LocalMinute): number {
  const { faithful, categories } = habits[type];
  const season = monthOf(at) >= 11 && type !== 'wholesale' && type !== 'subscriber' ? 0.2 : 0;
  const table: readonly (readonly [Category, number])[] = categories.length > 1 ? categories : everyday;
  const other = (table.find(([own]) => own === category)?.[1] ?? 0) / table.reduce((sum, [, weight]) => sum + weight, 0);
  return (category === 'Gifts' ? season : 0) + (1 - season) * ((category === favourite ? faithful : 0) + (1 - faithful) * other);
}

const unlikely = 1e-6;

const bought = (type: CustomerType, favourite: Category, orders: readonly Order[]): number =>
  orders.reduce(
    (sum, { at, lines }) =>
      sum + lines.reduce((inner, { product }) => inner + Math.log(Math.max(unlikely, lineChance(type, favourite, product.category, at))), 0),
    0,
  );

/** Coupon, number of lines and bags, hour, weekday, and who pays by invoice. */
function manner(type: CustomerType, order: Order, place: number): number {
  const { coupon, lines, extraUnits, hours } = habits[type];
  const hour = Math.floor((place === 0 ? order.at - 15 : order.at) / 60) % 24;
  const chance = (hours.find(([own]) => own === hour)?.[1] ?? 0.001) / hours.reduce((sum, [, weight]) => sum + weight, 0);
  const bags = order.lines
    .filter(({ product }) => product.category !== 'Equipment' && product.category !== 'Subscriptions')
    .reduce((sum, { quantity }) => sum + poisson(extraUnits, quantity - 1), 0);
  const invoice = (order.payment === 'invoice') === (type === 'wholesale') ? 0 : Math.log(unlikely);
  const weekend = type === 'wholesale' && place > 0 && weekdayOf(order.at) > 5 ? Math.log(unlikely) : 0;
  return (
    Math.log(order.coupon === '' ? 1 - coupon : coupon) + poisson(lines - 1, Math.min(5, order.lines.length - 1)) + Math.log(chance) + bags + invoice + weekend
  );
}

const poisson = (mean: number, count: number): number =>
  mean === 0 ? (count === 0 ? 0 : Math.log(unlikely)) : count * Math.log(mean) - mean - logGamma(count + 1);

function listed(type: CustomerType, { tags, acceptsEmail }: Shown): number {
  const accepts = type === 'one-time' ? 0.35 : 0.62;
  const tag = (name: string, chance: number): number => Math.log(Math.max(unlikely, tags.includes(name) ? chance : 1 - chance));
  return Math.log(acceptsEmail ? accepts : 1 - accepts) + tag('subscriber', type === 'subscriber' ? 0.8 : 0) + tag('wholesale', type === 'wholesale' ? 1 : 0);
}

/** Density of the share of the shop's time after which they came. */
function arrival(type: CustomerType, signedUp: LocalMinute, { start, end }: { readonly start: LocalMinute; readonly end: LocalMinute }): number {
  const share = Math.max(0.001, (startOfDay(signedUp) - start) / (end - start - 4 * day));
  const power = type === 'wholesale' ? 1.5 : 0.8;
  return Math.log(type === 'lapsed' ? (share <= 0.7 ? 1 / 0.7 : unlikely) : share ** (1 / power - 1) / power);
}

/** The days of the orders, and the silence since: density of what was seen, and the shares of it with somebody who is there, and who orders nothing until `until`. */
function timesOf(type: CustomerType, signedUp: LocalMinute, orders: readonly Order[], now: LocalMinute, until: LocalMinute): Silence {
  const dates = orders.map(({ at }) => startOfDay(at));
  const gaps = dates.slice(1).map((date, place) => Math.max(0.5, (date - (dates[place] ?? date)) / day));
  const last = dates.at(-1) ?? signedUp;
  const known = (last - startOfDay(signedUp)) / day;
  const [quiet, all] = [(now - last) / day, (until - last) / day];
  const { steadiness, lifetimeDays } = habits[type];
  if (type === 'one-time') return { evidence: gaps.length === 0 ? 1 : 0, alive: 0, silent: 1 };
  if (type === 'gift buyer') return seasons(signedUp, dates, last, now, until, lifetimeDays);
  if (steadiness === 0) return mixed([toTheDay(14, 1 / 3, gaps, known, quiet, all, lifetimeDays), toTheDay(28, 2 / 3, gaps, known, quiet, all, lifetimeDays)]);
  return mixed((rates[type] ?? []).map(({ perDay, weight }) => rhythm(steadiness, perDay, weight, gaps, known, quiet, all, lifetimeDays)));
}

function mixed(parts: readonly { readonly evidence: number; readonly alive: number; readonly silent: number }[]): Silence {
  const sum = (value: (part: (typeof parts)[number]) => number): number => parts.reduce((whole, part) => whole + value(part), 0);
  const evidence = sum((part) => part.evidence);
  return { evidence, alive: evidence > 0 ? sum((part) => part.alive) / evidence : 0, silent: evidence > 0 ? sum((part) => part.silent) / evidence : 1 };
}

type Rates = readonly { readonly perDay: number; readonly weight: number }[];

/** Points of the gamma distribution of rates: shape and mean days between orders. */
function ratesOf({ shape, meanDays }: { readonly shape: number; readonly meanDays: number }): Rates {
  const points = Array.from({ length: 32 }, (_, place) => Math.exp(-4 + (place * 5.5) / 31));
  const density = points.map((point) => point * Math.exp((shape - 1) * Math.log(point) - shape * point));
  const total = density.reduce((sum, own) => sum + own, 0);
  return points.map((point, place) => ({ perDay: point / meanDays, weight: (density[place] ?? 0) / total }));
}

const rates = Object.fromEntries(customerTypes.map((type) => [type, ratesOf(habits[type].rate)])) as Partial<Record<CustomerType, Rates>>;

/** Erlang gaps at one rate, a lifetime that is exponential from the first order on. `alive` and `silent` are parts of the evidence. */
function rhythm(steps: number, perDay: number, weight: number, gaps: readonly number[], known: number, quiet: number, all: number, lifetime: number): Silence {
  const pace = steps * perDay;
  const seen = weight * Math.exp(gaps.reduce((sum, gap) => sum + steps * Math.log(pace) + (steps - 1) * Math.log(gap) - pace * gap - logGamma(steps), 0));
  const here = (days: number): number => Math.exp(-(known + days) / lifetime) * noneWithin(steps, pace, days);
  const left = (days: number): number => Math.exp(-known / lifetime) * leftWithin(days, steps, pace, lifetime);
  const [gone, goneBy] = [left(quiet), left(all)];
  return { evidence: seen * (here(quiet) + gone), alive: seen * here(quiet), silent: seen * (here(all) + goneBy) };
}

/** Probability that somebody left within so many days, before the next order: at each step either that or the end comes first, and what comes first comes at both paces together. */
export function leftWithin(days: number, steps: number, pace: number, lifetime: number): number {
  const both = pace + 1 / lifetime;
  let [sum, leaves] = [0, 1 / lifetime / both];
  for (let step = 1; step <= steps; step += 1) {
    sum += leaves * (1 - noneWithin(step, both, days));
    leaves *= pace / both;
  }
  return sum;
}

/** Probability of no order within so many days after one: fewer than `steps` steps of a Poisson process. */
function noneWithin(steps: number, pace: number, days: number): number {
  let [term, sum] = [1, 1];
  for (let k = 1; k < steps; k += 1) {
    term *= (pace * days) / k;
    sum += term;
  }
  return Math.exp(-pace * days) * sum;
}

function toTheDay(gap: number, weight: number, gaps: readonly number[], known: number, quiet: number, all: number, lifetime: number): Silence {
  if (gaps.some((own) => own !== gap)) return { evidence: 0, alive: 0, silent: 0 };
  const stays = (days: number): number => weight * Math.exp(-(known + days) / lifetime);
  const leaves = stays(0) - stays(gap);
  // The day of the next order itself is not over before its evening.
  if (quiet > gap + 1) return { evidence: leaves, alive: 0, silent: leaves };
  return { evidence: stays(0), alive: stays(quiet), silent: all > gap + 1 ? leaves : stays(0) };
}

/** Gift buyers order around Christmas alone: none in one year of four, else once or twice on any of 26 days. */
function seasons(signedUp: LocalMinute, dates: readonly LocalMinute[], last: LocalMinute, now: LocalMinute, until: LocalMinute, lifetime: number): Silence {
  const years = Array.from({ length: yearOf(until) - yearOf(signedUp) + 1 }, (_, place) => yearOf(signedUp) + place).map((year) => ({
    from: minuteOf(`${year}-11-24`),
    to: minuteOf(`${year}-12-20`),
  }));
  const later = dates.slice(1);
  if (later.some((date) => !years.some(({ from, to }) => date >= from && date < to))) return { evidence: 0, alive: 0, silent: 0 };
  const own = years.map(({ from, to }) => ({ from, to, orders: later.filter((date) => date >= from && date < to).length }));
  if (own.some(({ orders }) => orders > 2)) return { evidence: 0, alive: 0, silent: 0 };
  const before = own
    .filter(({ to }) => to > signedUp + day && to <= last + 26 * day)
    .reduce((chance, { orders }) => chance * (orders === 0 ? 0.25 : orders === 1 ? 0.375 / 26 : 0.75 / 26 ** 2), 1);
  const stays = (at: LocalMinute): number => Math.exp(-(at - signedUp) / day / lifetime);
  const silence = (end: LocalMinute): { readonly there: number; readonly gone: number } => {
    let [there, gone, from] = [1, 0, last];
    for (const { to } of own.filter((one) => one.to > last + 26 * day && one.to <= end)) {
      gone += there * (stays(from) - stays(to));
      there *= 0.25;
      from = to;
    }
    return { there: there * stays(end), gone: gone + there * (stays(from) - stays(end)) };
  };
  const [seen, all] = [silence(now), silence(until)];
  return {
    evidence: before * (seen.there + seen.gone),
    alive: seen.there / (seen.there + seen.gone),
    silent: (all.there + all.gone) / (seen.there + seen.gone),
  };
}
