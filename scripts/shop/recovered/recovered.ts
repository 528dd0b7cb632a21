import { kMeans, type Points } from '../../../src/stats/index.ts';
import { categories } from '../catalogue.ts';
import type { LocalMinute } from '../clock.ts';
import { type FoundIn, foundIn } from '../found-in.ts';
import type { Person } from '../people.ts';
import type { Order } from '../purchases.ts';
import { customerTypes } from '../types.ts';
import { trueKinds } from './kinds.ts';
import { climb, expected, startFrom, type Shares } from './learn.ts';
import { type Seen, seenOf } from './seen.ts';

/** How well likeliest kinds tell types, and how likely what was seen is. */
export type Recovery = FoundIn & { readonly logLikelihood: number };

export type Recovered = {
  /** With the numbers as they are, and climbing from there to likelier ones. */
  readonly told: Recovery;
  readonly fromTold: Recovery;
  /** From groups by k-means, likeliest first. */
  readonly blind: readonly Recovery[];
};

const starts = 6;

/**
 * How many planted types one finds who knows what sorts of customers a shop like this has (a rhythm of one's own, to the day, around Christmas, once; one favourite each, lifetimes, rates) and is told neither whose is whose nor any
 * number: by maximum likelihood from the orders and the customer list, started at groups by k-means. `attainable` knows every number.
 */
export function recoveredOf(
  people: readonly Person[],
  orders: readonly Order[],
  period: { readonly start: LocalMinute; readonly end: LocalMinute },
): Recovered {
  const own = Map.groupBy(
    orders.filter(({ kind }) => kind === 'order'),
    ({ person }) => person?.id ?? '',
  );
  const known = people.flatMap((person) => {
    const all = own.get(person.id) ?? [];
    return person.type === 'browser' || !all.some(({ status }) => status === 'completed') ? [] : [{ type: person.type, seen: seenOf(person, all, period) }];
  });
  const [buyers, types] = [known.map(({ seen }) => seen), known.map(({ type }) => customerTypes.indexOf(type))];
  const judged = ({ shares, logLikelihood }: { readonly shares: Shares; readonly logLikelihood: number }): Recovery => {
    const likeliest = shares.map((own) => own.indexOf(Math.max(...own)));
    return { ...foundIn(likeliest, types), logLikelihood };
  };
  const blind = Array.from({ length: starts }, (_, seed) => climb(buyers, startFrom(buyers, typesOf(buyers, seed + 1))));
  return {
    told: judged(expected(buyers, trueKinds)),
    fromTold: judged(climb(buyers, trueKinds)),
    blind: blind.toSorted((a, b) => b.logLikelihood - a.logLikelihood).map(judged),
  };
}

/** Groups by k-means, each put down for the type whose form it shows most: as places in `trueKinds`. */
function typesOf(buyers: readonly Seen[], seed: number): readonly number[] {
  const k = trueKinds.length;
  const { assignments } = kMeans(pointsOf(buyers), k, { seed, restarts: 1 });
  const left = new Set(Array.from({ length: k }, (_, group) => group));
  const typeOf = new Map<number, number>();
  const most = (type: (typeof trueKinds)[number]['type'], shows: (members: readonly Seen[]) => number): void => {
    const marks = [...left].map((group) => {
      const members = buyers.filter((_, row) => assignments[row] === group);
      return { group, mark: members.length === 0 ? -1 : shows(members) };
    });
    const best = marks.reduce((top, own) => (own.mark > top.mark ? own : top));
    left.delete(best.group);
    typeOf.set(
      best.group,
      trueKinds.findIndex((kind) => kind.type === type),
    );
  };
  const mean = (value: (seen: Seen) => number) => (members: readonly Seen[]) => members.reduce((sum, own) => sum + value(own), 0) / members.length;
  most(
    'subscriber',
    mean(({ exactly, gaps }) => Number(gaps.count > 1 && (exactly[0] || exactly[1]))),
  );
  most(
    'wholesale',
    mean(({ invoices, orders }) => invoices / orders),
  );
  most(
    'gift buyer',
    mean(({ atChristmas }) => atChristmas),
  );
  most(
    'one-time',
    mean(({ gaps }) => Number(gaps.count === 0)),
  );
  most(
    'bargain hunter',
    mean(({ coupons, orders }) => coupons / orders),
  );
  most('espresso loyalist', (members) => {
    const lines = categories.map((_, category) => members.reduce((sum, { lines: own }) => sum + (own[0][category] ?? 0) + (own[1][category] ?? 0), 0));
    return Math.max(...lines) / lines.reduce((sum, own) => sum + own, 1e-9);
  });
  most(
    'lapsed',
    mean(({ quiet, known }) => quiet / (known + quiet + 1)),
  );
  most('regular', () => 0);
  return Array.from(assignments, (group) => typeOf.get(group) ?? 0);
}

/** Pace, coupons, lines, bags, the hour as a point on the dial, and roots of the shares of categories. */
function pointsOf(buyers: readonly Seen[]): Points {
  const roots = buyers.map(({ lines }) => {
    const own = categories.map((_, category) => (lines[0][category] ?? 0) + (lines[1][category] ?? 0));
    const total = own.reduce((sum, count) => sum + count, 0);
    return own.map((count) => Math.sqrt(count / Math.max(1, total)));
  });
  const dial = (hours: readonly number[], side: (angle: number) => number): number =>
    hours.reduce((sum, count, hour) => sum + count * side((Math.PI * hour) / 12), 0);
  const columns = [
    ({ gaps, known, quiet }: Seen) => Math.log((gaps.count + 0.5) / (known + quiet + 30)),
    ({ coupons, orders }: Seen) => (coupons + 0.1) / (orders + 0.6),
    ({ furtherLines, orders }: Seen) => (furtherLines + 0.7) / (orders + 1),
    ({ furtherBags, bagged }: Seen) => Math.log((furtherBags + 0.5) / (bagged + 1)),
    ({ hours, orders }: Seen) => dial(hours, Math.cos) / orders,
    ({ hours, orders }: Seen) => dial(hours, Math.sin) / orders,
  ].map((value) => scaled(buyers.map(value)));
  const mix = categories.map((_, category) => roots.map((own) => own[category] ?? 0));
  const spread = Math.sqrt(mix.reduce((sum, own) => sum + variance(own), 0));
  const all = [...columns, ...mix.map((own) => own.map((value) => value / spread))];
  return {
    rows: buyers.length,
    width: all.length,
    values: Float64Array.from({ length: buyers.length * all.length }, (_, place) => all[place % all.length]?.[Math.floor(place / all.length)] ?? 0),
  };
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, own) => sum + own, 0) / values.length;
const variance = (values: readonly number[]): number => meanOf(values.map((own) => (own - meanOf(values)) ** 2));
function scaled(values: readonly number[]): readonly number[] {
  const [centre, spread] = [meanOf(values), Math.sqrt(variance(values))];
  return values.map((own) => (own - centre) / (spread || 1));
}
