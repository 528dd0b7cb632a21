import { isSpecialCategory } from '../../../core/index.ts';
import type { AttributeWord } from '../../../language/index.ts';
import type { Shop } from '../task.ts';
import { type Standing, standingOf } from './standing.ts';

/** A word of the vocabulary as a column of the matrix. */
export type MatrixWord = {
  readonly name: string;
  readonly word: AttributeWord;
  readonly as: 'number' | 'days' | 'category';
  /** Of a trait; features are computed as of every moment. */
  readonly standing: Exclude<Standing, 'restates'> | null;
};

/**
 * Words that are another word in other clothes (a time that has its own "days since"), that rank among customers rather than tell of one, or
 * that name single products: they add noise, not knowledge. `lifecycle` is left to the segments.
 */
const leftOut = new Set(['first_order_at', 'last_order_at', 'rfm.score', 'rfm.segment', 'favourite_product', 'lifecycle']);
/** Who somebody is says nothing of what they will do, and a model must not find people again by it. */
const personal = new Set(['first_name', 'last_name', 'full_name', 'name', 'email', 'phone', 'address', 'street', 'postcode', 'company']);
/** The vocabulary lists so many values of a trait at most: with more it is a name, not a kind. */
const mostListed = 50;

/**
 * Which words a model may learn from: features, and traits where they are numbers, dates, yes or no, or texts with few values; never special categories of personal data, and of traits that count orders only where there
 * are no orders that could say it.
 */
export function matrixWords({ vocabulary, noOrders = false }: Pick<Shop, 'vocabulary' | 'noOrders'>): readonly MatrixWord[] {
  return [...vocabulary.attributes.values()].flatMap((word): readonly MatrixWord[] => {
    const as = roleOf(word);
    const own = word.table === 'features' ? null : standingOf(word);
    const standing = own === 'restates' && noOrders ? 'told' : own;
    const unfit = leftOut.has(word.name) || personal.has(word.name) || isForetold(word.name) || isSpecialCategory(word.name);
    return as === undefined || unfit || standing === 'restates' ? [] : [{ name: word.name, word, as, standing }];
  });
}

/** What models wrote themselves: learned from, it would tell of the facts of a later day. */
const isForetold = (name: string): boolean => name.startsWith('predicted.') || name.startsWith('cluster.');

function roleOf({ type, table, values }: AttributeWord): MatrixWord['as'] | undefined {
  switch (type) {
    case 'number':
      return 'number';
    case 'date':
    case 'instant':
      return 'days';
    case 'boolean':
      return 'category';
    case 'text':
      // Traits without a list of values are names, addresses and numbers of things: nothing that repeats.
      return table === 'features' || (values !== undefined && values.length > 1 && values.length < mostListed) ? 'category' : undefined;
    case 'list':
      return undefined;
  }
}
