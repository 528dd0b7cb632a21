import type { AttributeWord, Vocabulary } from '../../language/index.ts';
import { type Fragment, ident, sql } from '../../sql/index.ts';

/** Who somebody is, or where exactly they live, sets nobody apart and is nobody's business. */
const personal = new Set([
  'first_name',
  'last_name',
  'full_name',
  'name',
  'email',
  'phone',
  'address',
  'street',
  'postcode',
  'company',
  'birthday',
  'latitude',
  'longitude',
]);
/** Another feature in other clothes, or what segments are made of by the system itself. The number of a natural group is a name, not an amount: `cluster.name` says it. */
const derived = new Set([
  'cluster.group',
  'rfm.score',
  'rfm.r',
  'rfm.f',
  'rfm.m',
  'first_order_at',
  'last_order_at',
  'first_seen_at',
  'last_seen_at',
  'last_event_at',
  'last_visit_at',
]);

/**
 * Of what is foretold of money and orders the numbers of twelve months are compared: bounds, other horizons and what follows from both are those in other
 * clothes, and would fill the list.
 */
const foretoldAnew = new Set(['return_90d', 'orders_90d', 'value_3m', 'value_6m', 'lifetime_value', 'next_order_days'].map((name) => `predicted.${name}`));
const isBound = (name: string): boolean => /^predicted\..*_(?:low|high)$/.test(name);

/** Likeness to a segment is made of all that is compared here: of the segment itself it says nothing. */
const isLikeness = (name: string): boolean => name.startsWith('predicted.like_');

export type ComparedWord = { readonly word: AttributeWord; readonly as: 'number' | 'value'; readonly column: Fragment };

/** What two groups are compared by: features and traits that are numbers, yes or no, or texts with few values. */
export function comparedWords(vocabulary: Pick<Vocabulary, 'attributes'>): readonly ComparedWord[] {
  return [...vocabulary.attributes.values()].flatMap((word): readonly ComparedWord[] => {
    if (personal.has(word.name) || derived.has(word.name) || foretoldAnew.has(word.name) || isBound(word.name) || isLikeness(word.name)) return [];
    const column = word.table === 'features' ? sql`f.${ident(word.column)}` : sql`a.${ident(word.column)}`;
    if (word.yesNo === true) return [{ word, as: 'value', column: sql`case when ${column} = 1 then 'yes' when ${column} = 0 then 'no' end` }];
    if (word.type === 'number') return [{ word, as: 'number', column: sql`try_cast(${column} as DOUBLE)` }];
    if (word.type === 'boolean') return [{ word, as: 'value', column: sql`case when ${column} then 'yes' when not ${column} then 'no' end` }];
    const few = word.table === 'features' || ((word.values?.length ?? 0) > 1 && (word.values?.length ?? 0) < 50);
    return word.type === 'text' && few && word.name !== 'favourite_product' ? [{ word, as: 'value', column: sql`nullif(trim((${column})::VARCHAR), '')` }] : [];
  });
}
