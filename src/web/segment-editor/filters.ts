import type { ComparisonOperator, FactCondition, Literal } from '../../language/index.ts';

/** A condition on one field of a fact. */
export type Filter = Extract<FactCondition, { readonly field: string }>;
/** What rows can show of a `where`: conditions on fields that must all, or any of them, hold. */
export type Filters = { readonly join: 'all' | 'any'; readonly of: readonly Filter[] };

/** Undefined for a `where` with groups inside groups or negations: that is edited as text. */
export function filtersOf(where: FactCondition | undefined): Filters | undefined {
  if (where === undefined) return { join: 'all', of: [] };
  if ('field' in where) return { join: 'all', of: [where] };
  if (where.kind !== 'all' && where.kind !== 'any') return undefined;
  const of = where.of.filter((part) => 'field' in part);
  return of.length === where.of.length && of.length > 0 ? { join: where.kind, of } : undefined;
}

export function whereOf({ join, of }: Filters): FactCondition | undefined {
  const [only] = of;
  return of.length > 1 ? { kind: join, of } : only;
}

export const filterValues = (filter: Filter): readonly Literal[] => (filter.kind === 'compare' ? filter.values : []);
export const filterOperator = (filter: Filter): ComparisonOperator | 'known' | 'unknown' => (filter.kind === 'compare' ? filter.operator : filter.kind);
/** A filter without its value would find nothing, or can't be written at all. */
export const isWholeFilter = (filter: Filter): boolean =>
  filter.kind !== 'compare' || (filter.values.length > 0 && filter.values.every((value) => value !== ''));
