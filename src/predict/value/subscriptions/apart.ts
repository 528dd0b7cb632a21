import type { SubscriptionCurve } from '../../../contract/index.ts';
import { day, type Instant, localDate, writtenDate } from '../../../core/index.ts';
import { logRank, type LogRank } from '../../../stats/index.ts';
import { lastingOf, type SubscriptionSpells, type Watched } from './lasting.ts';
import type { StartText } from './start-texts.ts';

/** Curves beside each other, and whether they differ. */
export type Apart = NonNullable<SubscriptionCurve['by']>;

/** What splits by a day is called: when they began; or when they ran, so that those that began before count in both. */
export const [began, ran] = ['began', 'ran'];

/** Subscriptions in groups. */
export type Parted = {
  readonly name: string;
  readonly date: string | null;
  readonly parts: readonly { readonly value: string; readonly spells: Watched }[];
  readonly unknown: number;
};

/** By what the event that began each says. */
export function byText(spells: SubscriptionSpells, { name, levels, codes }: StartText): Parted {
  const parts = levels.map((value, level) => ({ value, spells: taken(spells, (spell) => codes[spell] === level) }));
  return { name, date: null, parts, unknown: codes.reduce((sum, code) => sum + (code < 0 ? 1 : 0), 0) };
}

/** Those that began before a moment, and those that began at it or later. */
export function byBegin(spells: SubscriptionSpells, moment: Instant, at: Instant, zone: string): Parted {
  const since = (at - moment) / day;
  return inTwo(began, moment, zone, [taken(spells, (spell) => (spells.age[spell] ?? 0) > since), taken(spells, (spell) => (spells.age[spell] ?? 0) <= since)]);
}

/** What was lived before a moment, and what was lived since: of those that ran at it the time before is watched until then, and the time since from then on (Cox & Oakes, Analysis of Survival Data, 1984, section 11.2). */
export function byRun(spells: SubscriptionSpells, moment: Instant, at: Instant, zone: string): Parted {
  const since = (at - moment) / day;
  // How old each was at the moment; below 0 it had not begun.
  const then = spells.age.map((age) => age - since);
  const cut = (spell: number): boolean => (spells.duration[spell] ?? 0) > (then[spell] ?? 0);
  const before = taken(spells, (spell) => (then[spell] ?? 0) > 0, {
    duration: (spell) => Math.min(spells.duration[spell] ?? 0, then[spell] ?? 0),
    ended: (spell) => (cut(spell) ? 0 : (spells.ended[spell] ?? 0)),
  });
  const after = Array.from(then.keys()).filter(cut);
  return inTwo(ran, moment, zone, [before, { ...taken(spells, cut), entry: Float64Array.from(after, (spell) => Math.max(0, then[spell] ?? 0)) }]);
}

function inTwo(name: string, moment: Instant, zone: string, [before, after]: readonly [Watched, Watched]): Parted {
  const date = localDate(moment, zone);
  const said = writtenDate(date);
  return {
    name,
    date,
    parts: [
      { value: `before ${said}`, spells: before },
      { value: `since ${said}`, spells: after },
    ],
    unknown: 0,
  };
}

type Told = { readonly duration: (spell: number) => number; readonly ended: (spell: number) => number };

function taken(spells: SubscriptionSpells, which: (spell: number) => boolean, told?: Told): Watched {
  const own = Array.from(spells.duration.keys()).filter(which);
  return {
    duration: Float64Array.from(own, told?.duration ?? ((spell) => spells.duration[spell] ?? 0)),
    ended: Float64Array.from(own, told?.ended ?? ((spell) => spells.ended[spell] ?? 0)),
  };
}

/** A curve for each group, and the log-rank test of all of them, in words. */
export function curvesApart({ name, date, parts, unknown }: Parted): Apart {
  const some = parts.filter(({ spells }) => spells.duration.length > 0);
  const test = logRank(some.map(({ spells }) => spells));
  const groups = some.map(({ value, spells }) => ({ value, ...lastingOf(spells) }));
  return {
    name,
    date,
    groups,
    unknown,
    test: test === undefined ? null : { statistic: test.statistic, degrees: test.degrees, p: test.p },
    sentence: sentenceOf(date === null ? `they last differently by ${name}` : 'the two differ', groups, test),
  };
}

/** From here on the chance of such a difference is told as little. */
const [hardly, unlikely] = [0.001, 0.05];

function sentenceOf(differ: string, groups: Apart['groups'], test: LogRank | undefined): string {
  if (test === undefined) return 'There is too little to compare: fewer than two of these could have ended.';
  const chance = `if they did not, chance alone would show so large a difference in ${shopsOf(test.p)} like this.`;
  if (test.p > unlikely) return `Whether ${differ} can not be told: ${chance}`;
  const order = soonestFirst(groups, test);
  const [soonest, longest] = [order[0], order.at(-1)];
  const ends =
    soonest === undefined || longest === undefined
      ? ''
      : ` Soonest to end: ${soonest.value} (${halfOf(soonest)}); longest to last: ${longest.value} (${halfOf(longest)}).`;
  return `${test.p < hardly ? 'Almost certainly' : 'Probably'} ${differ}: ${chance}${ends}`;
}

/** By the median that is told of each, those that have not reached theirs last; where these are the same, by how many ended of those that were to be expected. */
function soonestFirst(groups: Apart['groups'], test: LogRank): Apart['groups'] {
  const medianOf = ({ median_days: median }: Apart['groups'][number]): number => median ?? Number.MAX_VALUE;
  return groups
    .map((group, place) => ({ group, ratio: ratioOf(test.groups[place]) }))
    .toSorted((a, b) => medianOf(a.group) - medianOf(b.group) || b.ratio - a.ratio)
    .map(({ group }) => group);
}

const ratioOf = (group: LogRank['groups'][number] | undefined): number => (group === undefined || group.expected === 0 ? 0 : group.observed / group.expected);

/** A chance, in shops that one can picture. */
const shopsOf = (p: number): string =>
  p < 0.0001
    ? 'fewer than 1 of 10,000 shops'
    : p < 0.05
      ? `about 1 of ${Math.round(1 / p).toLocaleString('en-GB')} shops`
      : p < 0.995
        ? `about ${Math.round(100 * p)} of 100 shops`
        : 'almost all shops';

function halfOf({ median_days: median, median_low: low, median_high: high }: Apart['groups'][number]): string {
  if (median === null) return 'more than half outlast what was watched';
  const days = Math.round(median);
  const interval = low === null ? '' : high === null ? `, ${Math.round(low)} at least` : `, ${Math.round(low)} to ${Math.round(high)}`;
  return `half have ended after ${days.toLocaleString('en-GB')} ${days === 1 ? 'day' : 'days'}${interval}`;
}
