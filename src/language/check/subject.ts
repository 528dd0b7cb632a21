import type { ComparisonOperator, Literal } from '../tree.ts';
import type { ValueType } from '../vocabulary.ts';

/** What stands left of an operator. `name` as it is written in a definition. */
export type Subject = {
  readonly name: string;
  readonly type: ValueType;
  /** Texts are compared as numbers without a word about it: nothing is known of the type. */
  readonly untyped?: boolean;
  /** What a number can never be below or above. */
  readonly least?: number | undefined;
  readonly most?: number | undefined;
  /** Known values; complete when there are fewer than 50. */
  readonly values?: readonly string[];
};

/** An operator and its values: a comparison, of whatever is left of it. */
export type Tail = { readonly operator: ComparisonOperator; readonly values: readonly Literal[] };
