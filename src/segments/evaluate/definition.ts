import { ClienteleError } from '../../core/index.ts';
import { check, checkText, type Condition, type Vocabulary } from '../../language/index.ts';

/** A segment to be evaluated: its definition as text or tree, and what people decided about single customers (profile numbers). */
export type SegmentInput = {
  readonly slug: string;
  readonly text?: string;
  readonly tree?: Condition;
  /** What `readDefinition` made of text or tree, for whoever evaluates the same definitions again and again with the same vocabulary. */
  readonly checked?: Condition;
  readonly include?: ArrayLike<number>;
  readonly exclude?: ArrayLike<number>;
  /** Present for a frozen segment: these are its members whatever the definition says. */
  readonly static?: ArrayLike<number>;
};

/** The canonical tree of a definition. Throws `segment.syntax` with the first diagnostic when it is not usable. */
export function readDefinition({ text, tree, checked }: Pick<SegmentInput, 'text' | 'tree' | 'checked'>, vocabulary: Vocabulary): Condition {
  if (checked !== undefined) return checked;
  const result = tree === undefined ? checkText(text ?? '', vocabulary) : check(tree, vocabulary);
  if (result.ok) return result.value.tree;
  const [first] = result.error;
  throw new ClienteleError('segment.syntax', { detail: first?.message ?? 'The definition can not be read.', hint: first?.hint ?? '' });
}
