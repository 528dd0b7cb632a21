import { attributeFinder, segmentFinder } from '../check/names.ts';
import type { Condition } from '../tree.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { conditionWords } from './condition-words.ts';
import type { WordsContext } from './context.ts';

/** The sentence a shop owner would say: `Customers who ordered at least 3 times in the last 12 months, and who are not in Wholesale buyers.` */
export const describe = (tree: Condition, vocabulary: Vocabulary): string => `Customers ${describeCondition(tree, vocabulary)}.`;

/** One condition as the clause that follows `Customers`. */
export const describeCondition = (tree: Condition, vocabulary: Vocabulary): string => conditionWords(tree, false, wordsContext(vocabulary));

function wordsContext(vocabulary: Vocabulary): WordsContext {
  const find = segmentFinder(vocabulary);
  return { vocabulary, attribute: attributeFinder(vocabulary), segmentName: (name) => vocabulary.segments.get(find(name) ?? '')?.name ?? name };
}
