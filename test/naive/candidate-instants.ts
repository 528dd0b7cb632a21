import { Temporal } from 'temporal-polyfill';
import type { Condition, DateCondition, Facts } from '../../src/language/tree.ts';
import { at, dateAt, microseconds, microsecondsPer, shift, startOf, type Unit } from './time.ts';
import type { Moment, World } from './world.ts';
import { periodStart } from './windows.ts';

/** What in a tree depends on `now`: lengths of time, calendar periods and limits in days. */
type Clockwork = { readonly lengths: { amount: number; unit: Unit }[]; readonly days: number[]; periods: boolean; dates: boolean };

/** Instants after `now` at which a verdict might change, in order: far more than needed, so that none is missing. */
export function candidateInstants(tree: Condition, world: World, moment: Moment): readonly number[] {
  const clockwork: Clockwork = { lengths: [], days: [], periods: false, dates: false };
  collect(tree, world, clockwork);
  const marks = [...world.orders, ...world.items, ...world.events, ...world.feedback].map((fact) => fact.at);
  if (clockwork.dates) marks.push(...dateMarks(world, moment));
  const found = new Set<number>();
  const add = (instant: number): void => {
    for (const near of [instant - 1, instant, instant + 1]) if (near > moment.now) found.add(near);
  };
  for (const mark of new Set(marks)) {
    add(mark);
    for (const { amount, unit } of clockwork.lengths) for (const direction of [1, -1]) around(mark, direction * amount, unit, moment.zone).forEach(add);
    for (const days of clockwork.days) for (const more of [0, 1]) add(mark + Math.floor(days + more) * microsecondsPer.day);
    for (const days of clockwork.days) add(mark + Math.round(days * microsecondsPer.day));
    if (clockwork.periods) boundaries(mark, moment).forEach(add);
  }
  if (clockwork.periods) boundaries(moment.now, moment).forEach(add);
  transitions(moment).forEach(add);
  return [...found].sort((a, b) => a - b);
}

/** When the clocks of the zone change in the years to come: windows of months jump with them. */
function transitions({ now, zone }: Moment): readonly number[] {
  const found: number[] = [];
  for (let from = at(now, zone); found.length < 8; ) {
    const next = from.getTimeZoneTransition('next');
    if (next === null) break;
    found.push(microseconds(next));
    from = next;
  }
  return found;
}

/** Months are not all alike: going back a month can land on the same day from several days, so the days around are tried too. */
function around(mark: number, amount: number, unit: Unit, zone: string): readonly number[] {
  const there = shift(mark, amount, unit, zone);
  if (unit !== 'month' && unit !== 'year') return [there];
  const clock = at(mark, zone).toPlainTime();
  return [-4, -3, -2, -1, 0, 1, 2, 3, 4].flatMap((days) => {
    const day = dateAt(there, zone).add({ days });
    // A clock time that comes twice counts twice.
    const times = (['earlier', 'later'] as const).map((disambiguation) => microseconds(day.toPlainDateTime(clock).toZonedDateTime(zone, { disambiguation })));
    return [startOf(day, zone), ...times];
  });
}

function boundaries(mark: number, { zone, weekStart }: Moment): readonly number[] {
  const day = dateAt(mark, zone);
  return (['day', 'week', 'month', 'quarter', 'year'] as const).flatMap((period) =>
    [0, 1, 2].map((offset) => startOf(periodStart(day, period, offset, weekStart), zone)),
  );
}

/** First and last instants of every date among the attributes, in every year around; instants as they are. */
function dateMarks(world: World, moment: Moment): readonly number[] {
  const year = dateAt(moment.now, moment.zone).year;
  return [...world.attributes.values()].flatMap((fields) =>
    Object.entries(fields).flatMap(([name, value]) => {
      const type = world.words[name];
      if (type === 'instant' && typeof value === 'number') return [value];
      if ((type !== 'date' && type !== 'birthday') || typeof value !== 'string' || value === '') return [];
      const date = Temporal.PlainDate.from(value);
      const years = type === 'date' ? [date.year] : [-2, -1, 0, 1, 2, 3].map((offset) => year + offset);
      return years.flatMap((each) =>
        [0, 1].map((days) => startOf(Temporal.PlainDate.from({ year: each, month: date.month, day: date.day }).add({ days }), moment.zone)),
      );
    }),
  );
}

function collect(tree: Condition, world: World, into: Clockwork): void {
  switch (tree.kind) {
    case 'all':
    case 'any':
    case 'none':
      for (const part of tree.of) collect(part, world, into);
      return;
    case 'not':
      collect(tree.of, world, into);
      return;
    case 'compare':
      if (tree.left.kind !== 'attribute') collectWindow(tree.left.facts.window, into);
      if (tree.left.kind === 'days-since') into.days.push(...tree.values.map(Number));
      return;
    case 'date':
      into.dates = true;
      collectWindow(tree.window, into);
      return;
    case 'sequence':
      collectWindow(tree.window, into);
      for (const step of tree.steps) if (step.within !== undefined) into.lengths.push(step.within);
      return;
    case 'in-segment':
      for (const [slug, segment] of Object.entries(world.segments))
        if (slug === tree.segment || segment.name === tree.segment) collect(segment.tree, world, into);
      return;
    default:
      return;
  }
}

function collectWindow(window: DateCondition['window'] | Facts['window'], into: Clockwork): void {
  if (window?.kind === 'last' || window?.kind === 'next') into.lengths.push({ amount: window.amount, unit: window.unit });
  if (window?.kind === 'period') into.periods = true;
}
