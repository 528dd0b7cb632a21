import { numeric } from '../operators/compare/sql.ts';
import type { ComparisonOperator, FactCondition, FactSource, Literal } from '../tree.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { DecidingColumn, Limit } from './compiled.ts';
import { factField } from './sources.ts';

/**
 * The columns on which alone a condition over facts depends: two facts with the same texts there, and with numbers on the same side of
 * each limit, both pass it or both fail. Undefined where that can not be said: of properties, dates, yes-or-no values and lists.
 */
export function decidingColumns(condition: FactCondition, source: FactSource, vocabulary: Vocabulary): readonly DecidingColumn[] | undefined {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'none': {
      const each = condition.of.map((part) => decidingColumns(part, source, vocabulary));
      return each.every((columns) => columns !== undefined) ? each.flat() : undefined;
    }
    case 'not':
      return decidingColumns(condition.of, source, vocabulary);
    case 'compare':
      return decidingColumn(condition.field, source, vocabulary, () => limitsOf(condition.operator, condition.values));
    case 'known':
    case 'unknown':
      return decidingColumn(condition.field, source, vocabulary, () => []);
  }
}

function decidingColumn(
  field: string,
  source: FactSource,
  vocabulary: Vocabulary,
  limits: () => readonly Limit[] | undefined,
): readonly DecidingColumn[] | undefined {
  const value = factField(source, field, vocabulary);
  if (value.kind !== 'column' || value.decimal) return undefined;
  if (value.type === 'text') return [{ kind: 'text', column: value.column }];
  if (value.type !== 'number') return undefined;
  const found = limits();
  return found === undefined ? undefined : [{ kind: 'number', column: value.column, limits: found }];
}

/** Where a comparison of a number changes its verdict. */
export function limitsOf(operator: ComparisonOperator, values: readonly Literal[]): readonly Limit[] | undefined {
  const numbers = values.map(numeric).filter((each) => each !== undefined);
  switch (operator) {
    case '<':
    case '>=':
      return numbers.map((at) => ({ at, above: false }));
    case '<=':
    case '>':
      return numbers.map((at) => ({ at, above: true }));
    case '=':
    case '!=':
    case 'in':
    case 'not in':
    case 'is exactly':
    case 'between':
      return numbers.flatMap((at) => [
        { at, above: false },
        { at, above: true },
      ]);
    default:
      // As text.
      return undefined;
  }
}
