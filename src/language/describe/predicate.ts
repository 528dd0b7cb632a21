import type { ComparisonOperator, Literal } from '../tree.ts';
import type { ValueStyle } from './context.ts';
import { enumerate, quote, writeValue } from './values.ts';

/** What is said of a value, and its denial for a value that is known. `coversUnknown`: the denial already speaks of unknown values. */
export type Predicate = { readonly positive: string; readonly negative: string; readonly coversUnknown: boolean };

const said = (positive: string, negative: string, coversUnknown = false): Predicate => ({ positive, negative, coversUnknown });

/**
 * `is more than £50`, `is not GB`. Comparisons with an unknown value are false, negative ones too: they say `is known and …`.
 */
export function predicate(operator: ComparisonOperator, values: readonly Literal[], style: ValueStyle): Predicate {
  const written = values.map((value) => writeValue(value, style));
  const either = enumerate(written, 'or');
  const both = enumerate(written, 'and');
  const free = enumerate(
    values.map((value) => quote(String(value))),
    'or',
  );
  const dated = style.kind === 'date';
  switch (operator) {
    case '=':
      return said(`is ${either}`, `is not ${either}`);
    case '!=':
      return said(`is known and is not ${either}`, `is ${either} (or unknown)`, true);
    case '<':
      return dated ? said(`is before ${either}`, `is not before ${either}`) : said(`is less than ${either}`, `is at least ${either}`);
    case '<=':
      return dated ? said(`is not after ${either}`, `is after ${either}`) : said(`is at most ${either}`, `is more than ${either}`);
    case '>':
      return dated ? said(`is after ${either}`, `is not after ${either}`) : said(`is more than ${either}`, `is at most ${either}`);
    case '>=':
      return dated ? said(`is not before ${either}`, `is before ${either}`) : said(`is at least ${either}`, `is less than ${either}`);
    case 'between':
      return said(`is between ${both}`, `is not between ${both}`);
    case 'in':
      return said(`is ${either}`, `is not ${either}`);
    case 'not in':
      return said(`is known and is not ${either}`, `is ${either} (or unknown)`, true);
    case 'is exactly':
      return said(`is exactly ${free}`, `is not exactly ${free}`);
    case 'contains':
      return said(`contains ${free}`, `does not contain ${free}`);
    case 'starts with':
      return said(`starts with ${free}`, `does not start with ${free}`);
    case 'ends with':
      return said(`ends with ${free}`, `does not end with ${free}`);
    case 'contains any of':
      return said(`contains ${either}`, `contains none of ${both}`);
    case 'contains all of':
      return said(`contains ${values.length === 2 ? 'both ' : ''}${both}`, `does not contain all of ${both}`);
    case 'contains none of':
      return said(`is known and contains none of ${both}`, `contains ${either} (or is unknown)`, true);
  }
}
