import type { ValueStyle, WordsContext } from '../describe/context.ts';
import { predicate } from '../describe/predicate.ts';
import { quote } from '../describe/values.ts';
import { findFactField } from '../fact-words.ts';
import type { FactCondition, FactSource } from '../tree.ts';

type Noun = {
  readonly one: string;
  readonly many: string /** `placed at least 3 orders`, `placed no order`. */;
  readonly verb: string;
  readonly denied: string;
};

const nouns: Readonly<Record<Exclude<FactSource['kind'], 'event'>, Noun>> = {
  orders: { one: 'order', many: 'orders', verb: 'placed', denied: 'placed no order' },
  items: { one: 'order line', many: 'order lines', verb: 'bought', denied: 'bought no order line' },
  returns: { one: 'return', many: 'returns', verb: 'made', denied: 'returned nothing' },
  reviews: { one: 'review', many: 'reviews', verb: 'wrote', denied: 'wrote no review' },
  tickets: { one: 'support ticket', many: 'support tickets', verb: 'opened', denied: 'opened no support ticket' },
  surveys: { one: 'survey', many: 'surveys', verb: 'answered', denied: 'answered no survey' },
};

export const nounOf = (source: FactSource): Noun =>
  source.kind === 'event'
    ? { one: quote(source.name), many: `${quote(source.name)} events`, verb: 'did', denied: `did no ${quote(source.name)}` }
    : nouns[source.kind];

/** Label of a field and how its values are written. */
export function fieldWords(source: FactSource, name: string, context: WordsContext): { readonly label: string; readonly style: ValueStyle } {
  const field = findFactField(source.kind, name, context.vocabulary);
  if (field.kind === 'property') return { label: name.replaceAll('_', ' '), style: { kind: 'plain' } };
  const { label, type } = field.word;
  if (field.money) return { label, style: { kind: 'money', currency: context.vocabulary.currency } };
  if (name.toLowerCase() === 'country') return { label, style: { kind: 'country' } };
  return { label, style: type === 'instant' || type === 'date' ? { kind: 'date' } : { kind: 'plain' } };
}

/** ` where the total is at least £50 and the channel is web`, with the blank before it; nothing without a condition. */
export const whereAfter = (where: FactCondition | undefined, source: FactSource, context: WordsContext): string =>
  where === undefined ? '' : ` where ${factConditionWords(where, source, context)}`;

function factConditionWords(condition: FactCondition, source: FactSource, context: WordsContext): string {
  const nested = (part: FactCondition): string => {
    const text = factConditionWords(part, source, context);
    return (part.kind === 'all' || part.kind === 'any' || part.kind === 'none') && part.of.length > 1 ? `(${text})` : text;
  };
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.length === 0 ? 'nothing is asked' : condition.of.map(nested).join(condition.kind === 'all' ? ' and ' : ' or ');
    case 'none':
      return condition.of.length === 0 ? 'nothing is asked' : `it is neither so that ${condition.of.map(nested).join(' nor that ')}`;
    case 'not':
      return condition.of.kind === 'compare' ? leafWords(condition.of, source, context, true) : `it is not so that ${nested(condition.of)}`;
    case 'known':
    case 'unknown':
      return `the ${fieldWords(source, condition.field, context).label} is ${condition.kind}`;
    case 'compare':
      return leafWords(condition, source, context, false);
  }
}

function leafWords(leaf: Extract<FactCondition, { readonly kind: 'compare' }>, source: FactSource, context: WordsContext, denied: boolean): string {
  const { label, style } = fieldWords(source, leaf.field, context);
  const { positive, negative, coversUnknown } = predicate(leaf.operator, leaf.values, style);
  return `the ${label} ${denied ? `${negative}${coversUnknown ? '' : ' (or is unknown)'}` : positive}`;
}
