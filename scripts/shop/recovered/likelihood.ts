import { logGamma } from '../../../src/stats/index.ts';
import { categories } from '../catalogue.ts';
import type { Kind } from './kinds.ts';
import type { Christmas, Seen } from './seen.ts';

/** How likely a buyer is of a kind (a logarithm), and what is then to be expected of what nobody sees. */
export type Found = {
  readonly log: number;
  /** The chance that they are gone, and the days they were there, as far as one can see. */
  readonly gone: number;
  readonly days: number;
  readonly rate: number;
  readonly logRate: number;
  readonly fortnightly: number;
  /** Seasons since the last order in which they were there and did not come. */
  readonly missed: number;
  /** How likely each category is their favourite. */
  readonly favourites: readonly number[];
};

type Times = Omit<Found, 'favourites'>;
const unseen = { gone: 0, days: 0, rate: 1, logRate: 0, fortnightly: 0, missed: 0 };
const never: Times = { log: Number.NEGATIVE_INFINITY, ...unseen };

/** What no kind can do was done all the same: a till's mistake. */
export const unlikely = 1e-6;
const logOf = (chance: number): number => Math.log(Math.max(unlikely, chance));
const either = (holds: boolean, chance: number): number => logOf(holds ? chance : 1 - chance);
const poisson = (mean: number, times: number, sum: number, logs: number): number =>
  mean > 0 ? sum * Math.log(mean) - mean * times - logs : sum > 0 ? Math.log(unlikely) : 0;
const dot = (left: readonly number[], right: readonly number[]): number => left.reduce((sum, own, place) => sum + own * (right[place] ?? 0), 0);

/** For one kind, as a function of the buyer: by the same rules as posterior.ts, rates by sums over 32 of them and the day of leaving by integrals in closed form. */
export function likelihoodOf(kind: Kind): (seen: Seen) => Found {
  const times = timesOf(kind);
  const chances = chancesOf(kind).map((byFavourite) => byFavourite.map((own) => own.map(logOf)));
  const [logHours, logFavourites] = [kind.hours.map(Math.log), kind.favourites.map((share) => (share > 0 ? Math.log(share) : Number.NEGATIVE_INFINITY))];
  return (seen) => {
    const found = times(seen);
    if (found.log === Number.NEGATIVE_INFINITY) return { ...found, favourites: kind.favourites };
    const logs = categories.map(
      (_, favourite) => (logFavourites[favourite] ?? 0) + dot(seen.lines[0], chances[0]?.[favourite] ?? []) + dot(seen.lines[1], chances[1]?.[favourite] ?? []),
    );
    const most = Math.max(...logs);
    const total = logs.reduce((sum, log) => sum + Math.exp(log - most), 0);
    const log = found.log + Math.log(kind.weight) + listed(kind, seen) + manner(kind, seen) + dot(seen.hours, logHours) + most + Math.log(total);
    return { ...found, log, favourites: logs.map((own) => Math.exp(own - most) / total) };
  };
}

/** The chance of each category, for each favourite, outside the winter and in it. */
export function chancesOf({ faithful, table, season }: Kind): readonly (readonly (readonly number[])[])[] {
  return [0, season ?? 0].map((presents) =>
    categories.map((_, favourite) =>
      categories.map((category, place) => {
        const usual = (1 - faithful) * (table[place] ?? 0) + (place === favourite ? faithful : 0);
        return (1 - presents) * usual + (category === 'Gifts' ? presents : 0);
      }),
    ),
  );
}

function listed({ acceptsEmail, subscriber, wholesale, arrival }: Kind, seen: Seen): number {
  const arrived =
    'until' in arrival
      ? seen.arrived <= arrival.until
        ? -Math.log(arrival.until)
        : Math.log(unlikely)
      : Math.log(arrival.power) + (arrival.power - 1) * Math.log(seen.arrived);
  return arrived + either(seen.acceptsEmail, acceptsEmail) + either(seen.subscriber, subscriber) + either(seen.wholesale, wholesale);
}

function manner({ coupon, furtherLines, furtherBags, invoice, weekend }: Kind, seen: Seen): number {
  const among = (some: number, whole: number, chance: number): number => some * logOf(chance) + (whole - some) * logOf(1 - chance);
  return (
    among(seen.coupons, seen.orders, coupon) +
    among(seen.invoices, seen.orders, invoice) +
    (weekend === null ? 0 : among(seen.weekends, seen.workdays + seen.weekends, weekend)) +
    poisson(furtherLines, seen.orders, seen.furtherLines, seen.furtherLinesLogs) +
    poisson(furtherBags, seen.bagged, seen.furtherBags, seen.furtherBagsLogs)
  );
}

function timesOf(kind: Kind): (seen: Seen) => Times {
  switch (kind.sort) {
    case 'rhythm':
      return rhythm(kind);
    case 'to the day':
      return (seen) => toTheDay(kind, seen);
    case 'christmas':
      return ({ christmas }) => (christmas === undefined ? never : seasons(kind, christmas));
    case 'once':
      return ({ gaps }) => (gaps.count === 0 ? { log: 0, ...unseen } : never);
  }
}

/** Rates beside the mean one, as posterior.ts has them. */
const points = Array.from({ length: 32 }, (_, place) => Math.exp(-4 + (place * 5.5) / 31));

/**
 * Erlang gaps at a rate of one's own and an exponential lifetime: whoever left did so within the silence, after some of the steps to the next order (integrated by parts, step after step), or is still there and has not made all of
 * them.
 */
export function rhythm({ shape, meanDays, steps, lifetime }: Pick<Kind, 'shape' | 'meanDays' | 'steps' | 'lifetime'>): (seen: Seen) => Times {
  const density = points.map((point) => (shape - 1) * Math.log(point) - shape * point + Math.log(point));
  const peak = Math.max(...density);
  const total = Math.log(density.reduce((sum, own) => sum + Math.exp(own - peak), 0)) + peak;
  const leaving = 1 / lifetime;
  const logGammaSteps = logGamma(steps);
  return ({ gaps, known, quiet }) => {
    const parts = points.map((point, place) => {
      const pace = (steps * point) / meanDays;
      const seen =
        (density[place] ?? 0) - total + gaps.count * (steps * Math.log(pace) - logGammaSteps) + (steps - 1) * gaps.logs - pace * gaps.days - known / lifetime;
      return { seen, rate: point / meanDays, ...sinceLast(pace, steps, leaving, quiet) };
    });
    const most = parts.reduce((top, { seen }) => Math.max(top, seen), Number.NEGATIVE_INFINITY);
    let [whole, gone, away, rate, logRate] = [0, 0, 0, 0, 0];
    for (const part of parts) {
      const scale = Math.exp(part.seen - most);
      const both = scale * (part.here + part.gone);
      whole += both;
      gone += scale * part.gone;
      away += scale * (part.here * quiet + part.goneDays);
      rate += both * part.rate;
      logRate += both * Math.log(part.rate);
    }
    return whole > 0
      ? { ...unseen, log: most + Math.log(whole), gone: gone / whole, days: known + away / whole, rate: rate / whole, logRate: logRate / whole }
      : never;
  };
}

/** Chances to be there and to have been gone within a silence, and the days until that times its chance. */
function sinceLast(pace: number, steps: number, leaving: number, quiet: number): { readonly here: number; readonly gone: number; readonly goneDays: number } {
  const both = leaving + pace;
  const left = both * quiet;
  const none = Math.exp(-left);
  // Of a Poisson process with both: more than so many of its events within the silence.
  let [made, sum, term, cumulated, chance, gone, goneDays] = [1, 1, 1, 1, 1, 0, 0];
  for (let step = 0; step < steps; step += 1) {
    if (step > 0) {
      made *= (pace * quiet) / step;
      sum += made;
    }
    const beyond = step === 0 ? -Math.expm1(-left) : Math.max(0, 1 - none * cumulated);
    term *= left / (step + 1);
    cumulated += term;
    gone += chance * beyond;
    goneDays += chance * (step + 1) * Math.max(0, 1 - none * cumulated);
    chance *= pace / both;
  }
  return { here: none * sum, gone: (gone * leaving) / both, goneDays: (goneDays * leaving) / both ** 2 };
}

function toTheDay({ lifetime, fortnightly }: Kind, { exactly, known, quiet }: Seen): Times {
  const parts = [14, 28].map((gap, place) => {
    const stays = Math.exp(-known / lifetime);
    // The day of the next order itself is not over before its evening.
    const over = quiet > gap + 1;
    const part = gap / lifetime;
    const share = (place === 0 ? fortnightly : 1 - fortnightly) * (exactly[place] === true ? 1 : 0);
    return { weight: share * stays * (over ? -Math.expm1(-part) : 1), gone: Number(over), days: known + (over ? lifetime - gap / Math.expm1(part) : 0) };
  });
  const weight = parts.reduce((sum, own) => sum + own.weight, 0);
  if (weight <= 0) return never;
  const mean = (value: (part: (typeof parts)[number]) => number): number => parts.reduce((sum, own) => sum + own.weight * value(own), 0) / weight;
  return { ...unseen, log: Math.log(weight), gone: mean(({ gone }) => gone), days: mean(({ days }) => days), fortnightly: (parts[0]?.weight ?? 0) / weight };
}

function seasons({ lifetime, years: [none, once, twice] }: Kind, { none: without, once: one, twice: two, since, last, now }: Christmas): Times {
  const stays = (at: number): number => Math.exp(-at / lifetime);
  // Days to be expected of whoever left between two.
  const between = (from: number, to: number): number => (to > from ? from + lifetime - (to - from) / Math.expm1((to - from) / lifetime) : from);
  let [there, gone, days, missed, from] = [1, 0, 0, 0, last];
  const leave = (to: number, seasonsMissed: number): void => {
    const part = there * (stays(from) - stays(to));
    gone += part;
    days += part * between(from, to);
    missed += part * seasonsMissed;
    from = to;
  };
  since.forEach((to, place) => {
    leave(to, place);
    there *= none;
  });
  leave(now, since.length);
  const still = there * stays(now);
  const whole = still + gone;
  return {
    ...unseen,
    log: without * Math.log(none) + one * Math.log(once / 26) + two * Math.log((2 * twice) / 26 ** 2) + Math.log(whole),
    gone: gone / whole,
    days: (still * now + days) / whole,
    missed: (still * since.length + missed) / whole,
  };
}
