import { type Aggregate, type Condition, type Facts, type FactCondition, format, type Literal, type Window } from '../../language/index.ts';

/** Conditions of the segment language as short words, so that every expression is a tree first and text by the language's own hand. */
export const text = (condition: Condition): string => format(condition);

export const all = (...of: readonly Condition[]): Condition => {
  const [only] = of;
  return of.length === 1 && only !== undefined ? only : { kind: 'all', of };
};
export const not = (of: Condition): Condition => ({ kind: 'not', of });

type Operator = Extract<Condition, { kind: 'compare' }>['operator'];
export const attribute = (name: string, operator: Operator, ...values: readonly Literal[]): Condition => ({
  kind: 'compare',
  left: { kind: 'attribute', name },
  operator,
  values,
});
export const known = (name: string): Condition => ({ kind: 'known', attribute: name });
export const unknown = (name: string): Condition => ({ kind: 'unknown', attribute: name });
export const dated = (name: string, window: Window): Condition => ({ kind: 'date', attribute: name, window });
export const inSegment = (slug: string): Condition => ({ kind: 'in-segment', segment: slug });

export type Filter = { readonly where?: FactCondition | undefined; readonly window?: Window | undefined };
export const facts = (of: 'orders' | 'items' | { readonly event: string }, { where, window }: Filter = {}): Facts => ({
  of: typeof of === 'string' ? { kind: of } : { kind: 'event', name: of.event },
  ...(where === undefined ? {} : { where }),
  ...(window === undefined ? {} : { window }),
});
export const count = (of: Facts): Aggregate => ({ kind: 'aggregate', function: 'count', facts: of });
export const distinct = (field: string, of: Facts): Aggregate => ({ kind: 'aggregate', function: 'distinct', facts: of, field });
export const compare = (left: Aggregate, operator: Operator, ...values: readonly Literal[]): Condition => ({ kind: 'compare', left, operator, values });
export const some = (of: Facts): Condition => compare(count(of), '>=', 1);
export const none = (of: Facts): Condition => compare(count(of), '=', 0);

export const quietFor = (operator: Operator, ...days: readonly number[]): Condition => ({
  kind: 'compare',
  left: { kind: 'days-since', which: 'last', facts: facts('orders') },
  operator,
  values: days,
});
export const knownFor = (operator: Operator, ...days: readonly number[]): Condition => ({
  kind: 'compare',
  left: { kind: 'days-since', which: 'first', facts: facts('orders') },
  operator,
  values: days,
});

export const between = (from: string, to: string): Window => ({ kind: 'between', from, to });
export const before = (date: string): Window => ({ kind: 'before', date });
export const lastDays = (amount: number): Window => ({ kind: 'last', amount, unit: 'day' });

export const field = (name: string, operator: Operator, ...values: readonly Literal[]): FactCondition => ({ kind: 'compare', field: name, operator, values });
