import type { AttributeWord, VisitWord, Vocabulary } from '../vocabulary.ts';

/** What the words of an operator may ask. */
export type WordsContext = {
  readonly vocabulary: Vocabulary;
  readonly attribute: (name: string) => AttributeWord | VisitWord | undefined;
  readonly segmentName: (slugOrName: string) => string;
};

/** How a value of some attribute or field is written in a sentence. */
export type ValueStyle =
  | { readonly kind: 'plain' }
  | { readonly kind: 'money'; readonly currency: string }
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: 'country' }
  | { readonly kind: 'date' };
