import { type Instant, instant } from '../../../core/index.ts';
import { empty, type Fragment, ident, join, sql, timestamp } from '../../../sql/index.ts';
import { type Bounds, bounds, fixedLength } from '../../compile/bounds.ts';
import type { CompileContext } from '../../compile/context.ts';
import { factRows, timeBounds } from '../../compile/facts.ts';
import { sourceTable } from '../../compile/sources.ts';
import type { Sequence, SequenceStep } from '../../tree.ts';

type StepFacts = SequenceStep['facts'];

/** Profiles with a choice of facts that satisfies the sequence, one row for each such first fact. */
export function sequenceSql(sequence: Sequence, context: CompileContext): (scope: Fragment) => Fragment {
  const complete = completingFacts(sequence, context);
  return (scope) => sql`select profile from (${complete(scope)})`;
}

/**
 * First facts (`profile`, `t`) from which the sequence can be completed. The steps are taken from the last to the first: a fact can
 * stand at a step when the next fact after it that can stand at the following positive step comes in time, and the next unwanted
 * fact of each `then not` does not. One sorted join for each step is enough; no pairs are formed.
 */
export function completingFacts(sequence: Sequence, context: CompileContext): (scope: Fragment) => Fragment {
  const { now, zone } = context.moment;
  const upToNow = instant(now + 1);
  const window: Bounds = sequence.window === undefined ? { from: undefined, to: undefined } : bounds(sequence.window, context.moment);
  // What follows lies after the first step, so the window's lower edge holds for all.
  const within = (index: number) => ({ from: window.from, to: index > 0 || window.to === undefined || window.to > upToNow ? upToNow : window.to });
  const rows = sequence.steps.map((step, index) => stepRows(step, within(index), context));
  return (scope) => {
    const [first] = rows;
    if (first === undefined) return sql`select cast(null as integer) as profile, cast(null as timestamp) as t where false`;
    const tables: Fragment[] = [];
    let following: { readonly step: SequenceStep; readonly name: Fragment } | undefined;
    for (let index = sequence.steps.length - 1; index >= 0; index -= 1) {
      const step = sequence.steps[index];
      const own = rows[index];
      if (step === undefined || own === undefined || step.absent) continue;
      let able = index === 0 ? sql`select profile, t, arrived from begun` : own(sql`${scope}${begunBefore(sequence, index, context)}`);
      for (let next = index + 1; sequence.steps[next]?.absent === true; next += 1) {
        const unwanted = sequence.steps[next];
        const facts = rows[next];
        if (unwanted !== undefined && facts !== undefined)
          able = withNext(
            able,
            facts(sql`${scope}${begunBefore(sequence, next, context)}`),
            { arrival: isAlike(step, unwanted), none: true, test: (t, found) => clearOf(unwanted, t, found, { now, zone }) },
            `${index}_${next}`,
          );
      }
      if (following !== undefined) {
        const { step: wanted, name } = following;
        const next: Next = { arrival: isAlike(step, wanted), none: false, test: (t, found) => inTime(wanted, t, found, zone) };
        able = withNext(able, sql`select profile, t, arrived from ${name}`, next, `${index}`);
      }
      const name = ident(`able${index}`);
      tables.unshift(sql`${name} as (${able})`);
      following = { step, name };
    }
    return sql`with begun as materialized (${first(scope)}), ${join(tables.toReversed())} select profile, t from ${following?.name ?? ident('able0')}`;
  };
}

/**
 * Only facts of customers who have taken the first step, where those are likely to be few: to look each fact's customer up takes a third of what it takes to
 * sort it in. A first step that asks for nothing and happens as often as the step itself leaves hardly anybody out.
 */
function begunBefore({ steps }: Sequence, index: number, { moment }: CompileContext): Fragment {
  const [first, step] = [steps[0]?.facts, steps[index]?.facts];
  const count = (facts: StepFacts | undefined): number | undefined =>
    facts?.of.kind === 'event' ? moment.vocabulary.eventCounts?.get(facts.of.name) : undefined;
  const [begun, own] = [count(first), count(step)];
  const common = first?.where === undefined && begun !== undefined && own !== undefined && begun > own / 2;
  return common ? empty : sql` and profile in (select profile from begun)`;
}

function stepRows(
  step: SequenceStep,
  { from, to }: { readonly from: Instant | undefined; readonly to: Instant },
  context: CompileContext,
): (scope: Fragment) => Fragment {
  const { time, table } = sourceTable(step.facts.of);
  const arrived = table === 'events' ? sql`received_at` : sql`cast(null as timestamp)`;
  const where = sql`${factRows(step.facts.of, step.facts.where, context)} and ${timeBounds({ time, from, to })}`;
  return (scope) => sql`select profile, ${ident(time)} as t, ${arrived} as arrived from ${ident(table)} where ${where}${scope}`;
}

/** Which came first of two facts of the same instant is only known among events, by when they were received. */
const isAlike = (a: SequenceStep, b: SequenceStep): boolean => a.facts.of.kind === 'event' && b.facts.of.kind === 'event';

type Next = {
  /** Does arrival tell which of two facts of one instant came first? */
  readonly arrival: boolean;
  /** Where there is no next one the test is asked of null. */
  readonly none: boolean;
  readonly test: (t: Fragment, next: Fragment) => Fragment;
};

/**
 * Those of `facts` whose next fact of `others`, strictly after them, passes the test. By time alone first, which is one small number; facts that find another one of their own instant are looked at again, by time
 * and then arrival. `name` is theirs among all steps.
 */
function withNext(facts: Fragment, others: Fragment, { arrival, none, test }: Next, name: string): Fragment {
  const joined = none ? sql`asof left join` : sql`asof join`;
  if (!arrival)
    return sql`
      select one.profile, one.t, one.arrived from (${facts}) one ${joined} (${others}) other on one.profile = other.profile and one.t < other.t
      where ${test(sql`one.t`, sql`other.t`)}`;
  const [all, met, tied] = ['others', 'met', 'tied'].map((each) => ident(`${each}_${name}`)) as [Fragment, Fragment, Fragment];
  // One number that orders by time and then by arrival, unknown arrival first: the join takes one inequality.
  const place = sql`cast(epoch_us(t) as hugeint) * 18446744073709551616 + coalesce(epoch_us(arrived), -9223372036854775807)`;
  return sql`
    with ${all} as materialized (${others}),
    ${met} as materialized (
      select one.profile, one.t, one.arrived, other.t as next from (${facts}) one ${joined} ${all} other on one.profile = other.profile and one.t <= other.t),
    ${tied} as (
      select one.profile, one.t, one.arrived, other.t as next from (select profile, t, arrived, ${place} as place from ${met} where next = t) one
      ${joined} (select profile, t, ${place} as place from ${all} where profile in (select profile from ${met} where next = t)) other
      on one.profile = other.profile and one.place < other.place)
    select profile, t, arrived from (select * from ${met} where next is distinct from t union all select * from ${tied}) where ${test(sql`t`, sql`next`)}`;
}

type Clock = { readonly now: Instant; readonly zone: string };

const inTime = ({ within }: SequenceStep, t: Fragment, next: Fragment, zone: string): Fragment =>
  within === undefined ? sql`${next} is not null` : sql`${next} <= ${later(t, within, zone)}`;

/** Nothing unwanted within the span, which is over by now. */
function clearOf({ within }: SequenceStep, t: Fragment, next: Fragment, { now, zone }: Clock): Fragment {
  if (within === undefined) return sql`${next} is null`;
  const end = later(t, within, zone);
  return sql`(${next} is null or ${next} > ${end}) and ${end} <= ${timestamp(now)}`;
}

/** `time` plus a length: minutes to weeks are fixed, months and years keep the local clock time. */
export function later(time: Fragment, { amount, unit }: NonNullable<SequenceStep['within']>, zone: string): Fragment {
  if (unit !== 'month' && unit !== 'year') return sql`(${time} + to_microseconds(${BigInt(Math.round(amount * fixedLength[unit]))}))`;
  const local = sql`(timezone(${zone}, timezone('UTC', ${time})) + to_months(${unit === 'year' ? amount * 12 : amount}))`;
  const utc = sql`timezone('UTC', timezone(${zone}, ${local}))`;
  // A clock time that comes twice is the first of the two.
  const first = sql`(${utc} - interval 1 hour)`;
  return sql`(case when timezone(${zone}, timezone('UTC', ${first})) = ${local} then ${first} else ${utc} end)`;
}
