import type { SubscriptionCurve } from '../../../contract/index.ts';
import type { SubscriptionSpells } from './lasting.ts';

/** How many of those that run now are to end. */
export type ToCome = NonNullable<SubscriptionCurve['to_come']>;

const period = 30;
const horizons = [30, 60, 90];
/** Periods that are looked back on: a year, so that no season weighs more than another. */
const mostPeriods = 12;
const fewestPeriods = 4;
const fewestRunning = 10;

/**
 * Of those that ran at the beginnings of the last year's periods of 30 days, the share that ended within 30, 60 and 90 days, all together. One stretch alone would tell what happened in it (a price rise, a season) as if it were to
 * come again. The interval is for the share of those that run now: chance widened by how much the periods differed beyond it (quasi-Poisson: McCullagh & Nelder, Generalized Linear Models, 1989, section 6.2.3), on the scale of
 * logarithms, with Student's t for so few periods. Null where fewer than four periods had ten running, or none ended.
 */
export function toCome({ duration, ended, age }: Pick<SubscriptionSpells, 'duration' | 'ended' | 'age'>): ToCome | null {
  const seen = (ago: number, days: number): Seen => {
    let [running, ends] = [0, 0];
    for (const [spell, began] of age.entries()) {
      const lasted = duration[spell] ?? 0;
      const then = began - ago;
      if (then <= 0 || lasted <= then) continue;
      running += 1;
      if ((ended[spell] ?? 0) > 0 && lasted <= then + days) ends += 1;
    }
    return { running, ends };
  };
  const periods: Seen[] = [];
  for (let place = 1; place <= mostPeriods; place += 1) {
    const own = seen(place * period, period);
    if (own.running < fewestRunning) break;
    periods.push(own);
  }
  const all = totalOf(periods);
  const now = ended.reduce((sum, one) => sum + (one > 0 ? 0 : 1), 0);
  if (periods.length < fewestPeriods || all.ends === 0 || now === 0) return null;
  const spread = overdispersion(periods, all);
  return {
    running: now,
    periods: periods.length,
    shares: horizons.map((days) => {
      const windows = periods.flatMap((_, place) => ((place + 1) * period >= days ? [seen((place + 1) * period, days)] : []));
      const { running, ends } = totalOf(windows);
      const share = ends / running;
      const width = student95(periods.length - 1) * Math.sqrt(spread * (1 / (now * share) + 1 / all.ends));
      return { days, share, low: share * Math.exp(-width), high: Math.min(1, share * Math.exp(width)) };
    }),
  };
}

type Seen = { readonly running: number; readonly ends: number };

const totalOf = (parts: readonly Seen[]): Seen =>
  parts.reduce((sum, own) => ({ running: sum.running + own.running, ends: sum.ends + own.ends }), { running: 0, ends: 0 });

/** Pearson's statistic of the periods over its degrees of freedom; never less than chance alone. */
export function overdispersion(periods: readonly Seen[], all: Seen): number {
  const off = periods.reduce((sum, { running, ends }) => {
    const expected = (running * all.ends) / all.running;
    return sum + (ends - expected) ** 2 / expected;
  }, 0);
  return Math.max(1, off / (periods.length - 1));
}

/** Student's t that 2.5% are beyond, for 3 to 11 degrees of freedom (any table). */
const beyond = [3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201];
const student95 = (degrees: number): number => beyond[degrees - 3] ?? 1.96;
