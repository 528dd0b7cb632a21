import type { AttributeWord, Vocabulary } from '../../../language/index.ts';

/** A word of the vocabulary as a column of the matrix. */
export type MatrixWord = { readonly name: string; readonly word: AttributeWord; readonly as: 'number' | 'days' | 'category' };

/**
 * Words that are another word in other clothes (a time that has its own "days since"), that rank among customers rather than tell of one, or
 * that name single products: they add noise, not knowledge. `lifecycle` is left to the segments.
 */
const leftOut = new Set(['first_order_at', 'last_order_at', 'rfm.score', 'rfm.segment', 'favourite_product', 'lifecycle']);

/** Which words a model may learn from: features, and traits where they are numbers, dates, yes or no, or texts with few values. */
export function matrixWords(vocabulary: Vocabulary, mostLevels: number): readonly MatrixWord[] {
  return [...vocabulary.attributes.values()].flatMap((word): readonly MatrixWord[] => {
    const as = roleOf(word, mostLevels);
    return as === undefined || leftOut.has(word.name) || word.name.startsWith('predicted.') || word.name.startsWith('cluster.')
      ? []
      : [{ name: word.name, word, as }];
  });
}

function roleOf({ type, table, values }: AttributeWord, mostLevels: number): MatrixWord['as'] | undefined {
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
      return table === 'features' || (values !== undefined && values.length > 1 && values.length < mostLevels) ? 'category' : undefined;
    case 'list':
      return undefined;
  }
}
