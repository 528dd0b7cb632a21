import type { Arbitrary } from 'fast-check';
import * as fc from 'fast-check';
import type { Comparison, Condition, DateCondition, FactCondition, Facts, FactSource, Literal, Operand, Sequence, Window } from '../src/language/index.ts';

/**
 * Random segment trees of every shape the language has. By default names and values are nasty: words of the language, quotes,
 * odd letters. Pass `names` to draw from a vocabulary; types are not regarded either way.
 */
export type TreeNames = {
  readonly attribute: Arbitrary<string>;
  readonly field: Arbitrary<string>;
  readonly event: Arbitrary<string>;
  readonly segment: Arbitrary<string>;
};

/** Objects as JSON gives them. */
function record<T extends object>(model: { [K in keyof T]: Arbitrary<T[K]> }): Arbitrary<T> {
  return fc.record<T>(model, { noNullPrototype: true });
}

const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('"', '\\', 'a"b\\', 'a.\f\r\b', '\n', '\ud800', '\u2028', '\ufeff', '  ', '', "it's", '“q”', '2026-01-31', '5', 'true'),
);
const word = fc.constantFrom('country', 'total_spent', 'rfm.segment', 'predicted.value_12m', 'größe', 'x1', '_', 'Émile');
const reserved = fc.constantFrom(
  'and',
  'NOT',
  'orders',
  'count',
  'days',
  'in',
  'last',
  'then',
  'is',
  'between',
  'any',
  'within',
  'random',
  'orders.total',
  'can',
  'last.week',
  'True',
);
const anyName = fc.oneof(word, reserved, odd);
const anyNames: TreeNames = { attribute: anyName, field: anyName, event: anyName, segment: anyName };

const numeric = fc
  .oneof(fc.integer({ min: -1000, max: 1000 }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0.1, 1e21, 1e-9, 2 ** 53))
  .map((value) => (value === 0 ? 0 : value));
const text = fc.oneof(odd, word);
const literal: Arbitrary<Literal> = fc.oneof(text, numeric, fc.boolean());
const unit = fc.constantFrom('minute', 'hour', 'day', 'week', 'month', 'year');
const duration = record({ amount: numeric, unit });
const date = fc
  .tuple(
    fc.integer({ min: 1970, max: 2100 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
    fc.constantFrom('', 'T09:30', 'T23:59:59', 'T00:00:00.000001Z', 'T09:30+02:00'),
  )
  .map(([year, month, day, clock]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}${clock}`);

export const arbitraryWindow: Arbitrary<Window> = fc.oneof(
  duration.map((length) => ({ kind: 'last' as const, ...length })),
  record({ kind: fc.constant('period' as const), period: fc.constantFrom('day', 'week', 'month', 'quarter', 'year'), offset: fc.constantFrom(0, -1) }),
  record({ kind: fc.constant('between' as const), from: date, to: date }),
  record({ kind: fc.constantFrom('before', 'after', 'on'), date }),
);

type Tail = Pick<Comparison, 'operator' | 'values'>;
const tail: Arbitrary<Tail> = fc.oneof(
  record({ operator: fc.constantFrom('=', '!=', '<', '<=', '>', '>=', 'is exactly', 'contains', 'starts with', 'ends with'), values: fc.tuple(literal) }),
  record({ operator: fc.constant('between' as const), values: fc.oneof(fc.tuple(literal, literal), fc.tuple(date, date)) }),
  record({
    operator: fc.constantFrom('in', 'not in', 'contains any of', 'contains all of', 'contains none of'),
    values: fc.array(literal, { minLength: 1, maxLength: 3 }),
  }),
);

const optional = <K extends string, T>(key: K, value: Arbitrary<T>): Arbitrary<{ [P in K]?: T }> =>
  fc.option(value, { nil: undefined }).map((one) => (one === undefined ? {} : { [key]: one }) as { [P in K]?: T });

const source = (names: TreeNames): Arbitrary<FactSource> =>
  fc.oneof(
    fc.constantFrom('orders', 'items', 'returns', 'reviews', 'tickets', 'surveys').map((kind): FactSource => ({ kind })),
    names.event.map((name): FactSource => ({ kind: 'event', name })),
  );

export function arbitraryFactCondition(names: TreeNames = anyNames): Arbitrary<FactCondition> {
  const { tree } = fc.letrec<{ tree: FactCondition; leaf: FactCondition }>((tie) => ({
    leaf: fc.oneof(
      fc.tuple(names.field, tail).map(([field, rest]): FactCondition => ({ kind: 'compare', field, ...rest })),
      record({ kind: fc.constantFrom('known', 'unknown'), field: names.field }),
    ),
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { arbitrary: tie('leaf'), weight: 3 },
      { arbitrary: record({ kind: fc.constantFrom('all', 'any', 'none'), of: fc.array(tie('tree'), { maxLength: 3 }) }), weight: 1 },
      { arbitrary: record({ kind: fc.constant('not' as const), of: tie('tree') }), weight: 1 },
    ),
  }));
  return tree;
}

function arbitraryFacts(names: TreeNames): Arbitrary<Facts> {
  return fc
    .tuple(source(names), optional('where', arbitraryFactCondition(names)), optional('window', arbitraryWindow))
    .map(([of, where, window]) => ({ of, ...where, ...window }));
}

export function arbitraryOperand(names: TreeNames = anyNames): Arbitrary<Operand> {
  const facts = arbitraryFacts(names);
  return fc.oneof(
    names.attribute.map((name): Operand => ({ kind: 'attribute', name })),
    facts.map((one): Operand => ({ kind: 'aggregate', function: 'count', facts: one })),
    record({ kind: fc.constant('aggregate' as const), function: fc.constantFrom('sum', 'avg', 'min', 'max', 'distinct'), facts, field: names.field }),
    record({ kind: fc.constant('days-since' as const), which: fc.constantFrom('last', 'first'), facts }),
  );
}

function arbitrarySequence(names: TreeNames): Arbitrary<Sequence> {
  const facts = fc.tuple(source(names), optional('where', arbitraryFactCondition(names))).map(([of, where]) => ({ of, ...where }));
  const later = fc.tuple(facts, fc.boolean(), optional('within', duration)).map(([step, absent, within]) => ({ facts: step, absent, ...within }));
  const steps = fc.tuple(facts, fc.array(later, { minLength: 1, maxLength: 3 })).map(([first, rest]) => [{ facts: first, absent: false }, ...rest]);
  return fc.tuple(steps, optional('window', arbitraryWindow)).map(([all, window]) => ({ kind: 'sequence' as const, steps: all, ...window }));
}

export function arbitraryTree(names: TreeNames = anyNames): Arbitrary<Condition> {
  const dateWindow: Arbitrary<DateCondition['window']> = fc.oneof(
    arbitraryWindow,
    duration.map((length) => ({ kind: 'next' as const, ...length })),
  );
  const leaf: Arbitrary<Condition> = fc.oneof(
    fc.tuple(arbitraryOperand(names), tail).map(([left, rest]): Condition => ({ kind: 'compare', left, ...rest })),
    record({ kind: fc.constantFrom('known', 'unknown'), attribute: names.attribute }),
    record({ kind: fc.constant('date' as const), attribute: names.attribute, window: dateWindow }),
    names.segment.map((segment): Condition => ({ kind: 'in-segment', segment })),
    record({ kind: fc.constant('can-receive' as const), channel: anyName, purpose: anyName }),
    fc.tuple(numeric, optional('seed', text)).map(([percent, seed]): Condition => ({ kind: 'random', percent, ...seed })),
    record({ kind: fc.constant('within' as const), distance: numeric, unit: fc.constantFrom('km', 'mi'), latitude: numeric, longitude: numeric }),
    arbitrarySequence(names),
  );
  const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { arbitrary: leaf, weight: 4 },
      { arbitrary: record({ kind: fc.constantFrom('all', 'any', 'none'), of: fc.array(tie('tree'), { maxLength: 4 }) }), weight: 2 },
      { arbitrary: record({ kind: fc.constant('not' as const), of: tie('tree') }), weight: 1 },
    ),
  }));
  return tree;
}
