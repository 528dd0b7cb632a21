import type {
  Comparison,
  ComparisonOperator,
  Condition,
  DateCondition,
  FactCondition,
  Facts,
  FactSource,
  Literal,
  Sequence,
  SequenceStep,
  Window,
} from '../../src/language/tree.ts';
import { dateAt } from '../naive/time.ts';
import type { Moment } from '../naive/world.ts';
import type { Random } from './random.ts';
import { amounts, eventNames, lengths, lifecycles, numbers, tags, textLiterals, words } from './random-words.ts';

type Context = { readonly random: Random; readonly moment: Moment; readonly segments: readonly string[] };

/** A segment tree that the vocabulary of `random-words.ts` admits, up to a few levels deep. */
export const randomTree = (random: Random, moment: Moment, segments: readonly string[] = []): Condition => condition({ random, moment, segments }, 2);

/** A comparison of an aggregate, as these trees have them. */
export const randomAggregate = (random: Random, moment: Moment): Condition => aggregateComparison({ random, moment, segments: [] });

function condition(context: Context, depth: number): Condition {
  const { random } = context;
  if (depth === 0 || random.chance(0.45)) return leaf(context);
  if (random.chance(0.25)) return { kind: 'not', of: condition(context, depth - 1) };
  return { kind: random.pick(['all', 'any', 'none'] as const), of: Array.from({ length: 1 + random.below(3) }, () => condition(context, depth - 1)) };
}

function leaf(context: Context): Condition {
  const { random, segments } = context;
  const roll = random.below(100);
  if (roll < 22) return attributeComparison(context);
  if (roll < 28) return { kind: random.pick(['known', 'unknown'] as const), attribute: random.pick(names) };
  if (roll < 42) return dateCondition(context);
  if (roll < 66) return aggregateComparison(context);
  if (roll < 78) return daysSinceComparison(context);
  if (roll < 93) return sequence(context);
  if (roll < 96)
    return {
      kind: 'within',
      distance: random.pick([1, 4, 10]),
      unit: random.pick(['km', 'mi'] as const),
      latitude: 53.8,
      longitude: random.pick([-1.55, -1.5]),
    };
  return segments.length === 0 ? leaf(context) : { kind: 'in-segment', segment: random.pick(segments) };
}

const names = Object.keys(words) as readonly (keyof typeof words)[];

function attributeComparison(context: Context): Comparison {
  const { random } = context;
  const name = random.pick(names.filter((each) => words[each] !== 'birthday'));
  const left = { kind: 'attribute', name } as const;
  const type = words[name];
  switch (type) {
    case 'text':
      if (name === 'code' && random.chance(0.6)) return { kind: 'compare', left, ...numeric(random, [...numbers]) };
      return { kind: 'compare', left, ...textual(random, name === 'lifecycle' ? lifecycles.filter((value) => value !== '') : textLiterals) };
    case 'number':
      return { kind: 'compare', left, ...(random.chance(0.5) ? numeric(random, numbers) : equalities(random, name === 'total_spent' ? amounts : numbers)) };
    case 'boolean':
      return { kind: 'compare', left, operator: random.pick(['=', '!='] as const), values: [random.chance(0.5)] };
    case 'list':
      return { kind: 'compare', left, ...listed(random) };
    case 'date':
    case 'instant':
    case 'birthday':
      return { kind: 'compare', left, ...dated(context) };
  }
}

type Tail = { readonly operator: ComparisonOperator; readonly values: readonly Literal[] };

const equalities = (random: Random, values: readonly Literal[]): Tail => {
  const operator = random.pick(['=', '!=', 'in', 'not in'] as const);
  return { operator, values: random.some(values, 1, operator === '=' || operator === '!=' ? 1 : 3) };
};

const numeric = (random: Random, values: readonly number[]): Tail => {
  const operator = random.pick(['<', '<=', '>', '>=', 'between'] as const);
  return { operator, values: operator === 'between' ? [...random.some(values, 2, 2)].sort((a, b) => a - b) : [random.pick(values)] };
};

const textual = (random: Random, values: readonly string[]): Tail =>
  random.chance(0.5)
    ? equalities(random, values)
    : { operator: random.pick(['is exactly', 'contains', 'starts with', 'ends with'] as const), values: [random.pick(values)] };

const listed = (random: Random): Tail => {
  const operator = random.pick(['contains', 'contains any of', 'contains all of', 'contains none of'] as const);
  return { operator, values: random.some(tags, 1, operator === 'contains' ? 1 : 2) };
};

const dated = (context: Context): Tail => {
  const operator = context.random.pick(['=', '!=', '<', '<=', '>', '>='] as const);
  return { operator, values: [someDay(context)] };
};

/** A day near the boundaries that facts lie around. */
function someDay({ random, moment }: Context): string {
  const today = dateAt(moment.now, moment.zone);
  return random
    .pick([today, today.with({ day: 1 }), today.with({ day: 1, month: 1 })])
    .add({ days: random.pick([-30, -7, -1, 0, 0, 1, 7]) })
    .toString();
}

function someDays(context: Context): readonly [string, string] {
  const [from = '', to = ''] = [someDay(context), someDay(context)].sort();
  const clock = (day: string): string => `${day}T${context.random.pick(['00:00', '01:30', '12:00', '23:59:59.999999'])}`;
  if (context.random.chance(0.6) || from === to) return [from, to];
  return [clock(from), clock(to)];
}

function window(context: Context): Window {
  const { random } = context;
  const roll = random.below(10);
  if (roll < 5) return { kind: 'last', ...random.pick(lengths) };
  if (roll < 8) return { kind: 'period', period: random.pick(['day', 'week', 'month', 'quarter', 'year'] as const), offset: random.pick([0, -1] as const) };
  if (roll < 9) return { kind: random.pick(['before', 'after', 'on'] as const), date: someDay(context) };
  const [from, to] = someDays(context);
  return { kind: 'between', from, to };
}

function dateCondition(context: Context): DateCondition {
  const { random } = context;
  const attribute = random.pick(['birthday', 'signup_date', 'renewal_date', 'last_visit', 'trial_ends'] as const);
  return {
    kind: 'date',
    attribute,
    window: random.chance(0.4) ? { kind: 'next', ...random.pick([...lengths, { amount: 14, unit: 'day' as const }]) } : window(context),
  };
}

const source = (random: Random): FactSource => {
  const roll = random.below(10);
  if (roll < 5) return { kind: 'event', name: random.pick(eventNames) };
  if (roll < 8) return { kind: 'orders' };
  return { kind: random.pick(['items', 'returns', 'reviews', 'tickets', 'surveys'] as const) };
};

function facts(context: Context, of = source(context.random)): Facts {
  const where = context.random.chance(0.4) ? { where: factCondition(context.random, of, 1) } : {};
  return { of, ...where, ...(context.random.chance(0.6) ? { window: window(context) } : {}) };
}

/** Number fields, text fields. */
const fields = (of: FactSource): readonly [readonly string[], readonly string[]] => {
  switch (of.kind) {
    case 'orders':
    case 'returns':
      return [['total'], ['channel', 'coupon']];
    case 'items':
      return [
        ['quantity', 'price'],
        ['category', 'product_id'],
      ];
    case 'event':
      return [
        ['value', 'amount'],
        ['category', 'colour'],
      ];
    case 'reviews':
    case 'tickets':
    case 'surveys':
      return [['rating'], ['text', 'status']];
  }
};

function factCondition(random: Random, of: FactSource, depth: number): FactCondition {
  if (depth > 0 && random.chance(0.3)) {
    if (random.chance(0.4)) return { kind: 'not', of: factCondition(random, of, depth - 1) };
    return { kind: random.pick(['all', 'any', 'none'] as const), of: Array.from({ length: 1 + random.below(2) }, () => factCondition(random, of, depth - 1)) };
  }
  const [numberFields, textFields] = fields(of);
  const roll = random.below(10);
  if (roll < 4) return { kind: 'compare', field: random.pick(numberFields), ...(random.chance(0.5) ? numeric(random, amounts) : equalities(random, amounts)) };
  if (roll < 8) return { kind: 'compare', field: random.pick(textFields), ...textual(random, textLiterals) };
  if (roll < 9 && of.kind === 'event') return { kind: 'compare', field: 'gift', operator: random.pick(['=', '!='] as const), values: [random.chance(0.5)] };
  if (roll < 9 && of.kind === 'orders') return { kind: 'compare', field: 'tags', ...listed(random) };
  return { kind: random.pick(['known', 'unknown'] as const), field: random.pick([...numberFields, ...textFields]) };
}

function aggregateComparison(context: Context): Comparison {
  const { random } = context;
  const of = source(random);
  const [numberFields, textFields] = fields(of);
  if (random.chance(0.55)) {
    return {
      kind: 'compare',
      left: { kind: 'aggregate', function: 'count', facts: facts(context, of) },
      ...(random.chance(0.6) ? numeric(random, [0, 1, 1, 2, 3]) : equalities(random, [0, 1, 2])),
    };
  }
  const distinct = random.chance(0.3);
  const left = {
    kind: 'aggregate',
    function: distinct ? 'distinct' : random.pick(['sum', 'avg', 'min', 'max'] as const),
    facts: facts(context, of),
    field: random.pick(distinct ? textFields : numberFields),
  } as const;
  return {
    kind: 'compare',
    left,
    ...(random.chance(0.6) ? numeric(random, distinct ? [0, 1, 2] : amounts) : equalities(random, distinct ? [0, 1, 2] : amounts)),
  };
}

function daysSinceComparison(context: Context): Comparison {
  const { random } = context;
  const left = { kind: 'days-since', which: random.pick(['last', 'first'] as const), facts: facts(context) } as const;
  const days = [0, 1, 2, 6, 7, 30] as const;
  return { kind: 'compare', left, ...(random.chance(0.7) ? numeric(random, [...days, 0.5]) : equalities(random, days)) };
}

function sequence(context: Context): Sequence {
  const { random } = context;
  const step = (absent: boolean, first: boolean): SequenceStep => {
    const of = random.chance(0.8) ? ({ kind: 'event', name: random.pick(eventNames.slice(0, 3)) } as const) : source(random);
    const where = random.chance(0.15) ? { where: factCondition(random, of, 0) } : {};
    return { facts: { of, ...where }, absent, ...(!first && (absent || random.chance(0.7)) ? { within: random.pick(lengths.slice(0, 9)) } : {}) };
  };
  const steps = [step(false, true), step(random.chance(0.3), false), ...(random.chance(0.4) ? [step(random.chance(0.5), false)] : [])];
  return { kind: 'sequence', steps, ...(random.chance(0.4) ? { window: window(context) } : {}) };
}
