import type { ComparisonOperator, Literal } from '../tree.ts';
import { enumerate } from './values.ts';

type Words = Readonly<Record<'less' | 'most' | 'more' | 'least' | 'exactly', string>>;
const amounts: Words = { less: 'less than', most: 'at most', more: 'more than', least: 'at least', exactly: 'exactly' };
const counts: Words = { ...amounts, less: 'fewer than' };

/** How much or how many: `at least £50`, `fewer than 3`, `between 2 and 5`, `any number but 3`. */
export function quantity(operator: ComparisonOperator, values: readonly Literal[], write: (value: Literal) => string, kind: 'count' | 'amount'): string {
  const words = kind === 'count' ? counts : amounts;
  const written = values.map(write);
  const all = enumerate(written, 'or');
  switch (operator) {
    case '<':
      return `${words.less} ${all}`;
    case '<=':
      return `${words.most} ${all}`;
    case '>':
      return `${words.more} ${all}`;
    case '>=':
      return `${words.least} ${all}`;
    case 'between':
      return `between ${enumerate(written, 'and')}`;
    case '!=':
    case 'not in':
      return `${kind === 'count' ? 'any number' : 'anything'} but ${all}`;
    case '=':
      return `${words.exactly} ${all}`;
    case 'in':
      return all;
    case 'is exactly':
    case 'contains':
    case 'starts with':
    case 'ends with':
    case 'contains any of':
    case 'contains all of':
    case 'contains none of':
      return `${operator} ${all}`;
  }
}

/** True when the comparison says that there is none, or at least one. */
export function existence(operator: ComparisonOperator, values: readonly Literal[]): 'none' | 'some' | undefined {
  const [value] = values;
  if (values.length !== 1) return undefined;
  if ((value === 0 && (operator === '=' || operator === '<=')) || (value === 1 && operator === '<')) return 'none';
  return (value === 0 && (operator === '>' || operator === '!=')) || (value === 1 && operator === '>=') ? 'some' : undefined;
}
