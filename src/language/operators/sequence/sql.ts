import { type Fragment, join, sql, timestamp } from '../../../sql/index.ts';
import { bounds, fixedLength } from '../../compile/bounds.ts';
import type { CompileContext } from '../../compile/context.ts';
import { factRows, timeBounds } from '../../compile/facts.ts';
import { sourceTable } from '../../compile/sources.ts';
import { instant } from '../../../core/index.ts';
import type { Sequence, SequenceStep } from '../../tree.ts';

/**
 * Profiles with a choice of facts that satisfies the sequence. `reached` i holds every fact that can stand at the i-th step: for a
 * positive step the fact's newest possible predecessor decides, for an absent one the next unwanted fact, so one sorted pass a step
 * is enough and no pairs are formed.
 */
export function sequenceSql(sequence: Sequence, context: CompileContext): (scope: Fragment) => Fragment {
  const { now, zone } = context.moment;
  const upToNow = instant(now + 1);
  const window = sequence.window === undefined ? undefined : bounds(sequence.window, context.moment);
  const rows = sequence.steps.map((step, index) => {
    const { time, table } = sourceTable(step.facts.of);
    const within =
      index > 0 || window === undefined
        ? { from: undefined, to: upToNow }
        : { from: window.from, to: window.to === undefined || window.to > upToNow ? upToNow : window.to };
    const column = time === 'ordered_at' ? sql`ordered_at` : sql`occurred_at`;
    const source = table === 'events' ? sql`events` : table === 'orders' ? sql`orders` : table === 'items' ? sql`items` : sql`feedback`;
    const arrival = table === 'events' ? sql`received_at` : sql`cast(null as timestamp)`;
    const where = sql`${factRows(step.facts.of, step.facts.where, context)} and ${timeBounds({ time, ...within })}`;
    return (scope: Fragment) => sql`select profile, ${column} as t, ${arrival} as arrived from ${source} where ${where}${scope}`;
  });
  return (scope) => {
    const [first, ...rest] = rows;
    if (first === undefined) return sql`select cast(null as integer) as profile where false`;
    const tables = [sql`reached0 as (${first(scope)})`];
    let anchor = sequence.steps[0];
    rest.forEach((facts, index) => {
      const step = sequence.steps[index + 1];
      if (step === undefined || anchor === undefined) return;
      const before = reached(index);
      const following = sql`${facts(scope)} and profile in (select profile from ${before})`;
      tables.push(sql`${reached(index + 1)} as (${nextStep(step, before, following, sameClock(anchor, step), { now, zone })})`);
      if (!step.absent) anchor = step;
    });
    return sql`with ${join(tables)} select distinct profile from ${reached(rest.length)}`;
  };
}

const reached = (index: number): Fragment => ({ kind: 'fragment', parts: [{ kind: 'identifier', name: `reached${index}` }] });

/** Arrival is only told apart between events. */
const sameClock = (a: SequenceStep, b: SequenceStep): boolean => a.facts.of.kind === 'event' && b.facts.of.kind === 'event';

type Clock = { readonly now: Parameters<typeof timestamp>[0]; readonly zone: string };

function nextStep(step: SequenceStep, before: Fragment, following: Fragment, arrival: boolean, clock: Clock): Fragment {
  const order = arrival ? sql`t, arrived nulls first` : sql`t`;
  const both = sql`select profile, t, arrived, false as following from ${before} union all select profile, t, arrived, true from (${following})`;
  if (!step.absent) {
    const newest = sql`max(case when not following then t end) over (partition by profile order by ${order} groups between unbounded preceding and 1 preceding)`;
    const near = step.within === undefined ? sql`newest is not null` : sql`t <= ${later(sql`newest`, step.within, clock.zone)}`;
    return sql`select profile, t, arrived from (select profile, t, arrived, following, ${newest} as newest from (${both})) where following and ${near}`;
  }
  const next = sql`min(case when following then t end) over (partition by profile order by ${order} groups between 1 following and unbounded following)`;
  const end = step.within === undefined ? undefined : later(sql`t`, step.within, clock.zone);
  const clear = end === undefined ? sql`next is null` : sql`(next is null or next > ${end}) and ${end} <= ${timestamp(clock.now)}`;
  return sql`select profile, t, arrived from (select profile, t, arrived, following, ${next} as next from (${both})) where not following and ${clear}`;
}

/** `time` plus a length: minutes to weeks are fixed, months and years keep the local clock time. */
export function later(time: Fragment, { amount, unit }: NonNullable<SequenceStep['within']>, zone: string): Fragment {
  if (unit !== 'month' && unit !== 'year') return sql`(${time} + to_microseconds(${BigInt(Math.round(amount * fixedLength[unit]))}))`;
  const local = sql`(timezone(${zone}, timezone('UTC', ${time})) + to_months(${unit === 'year' ? amount * 12 : amount}))`;
  const utc = (at: Fragment): Fragment => sql`timezone('UTC', timezone(${zone}, ${at}))`;
  // A clock time that comes twice is the first of the two.
  const first = sql`(${utc(local)} - interval 1 hour)`;
  return sql`(case when timezone(${zone}, timezone('UTC', ${first})) = ${local} then ${first} else ${utc(local)} end)`;
}
