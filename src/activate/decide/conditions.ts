import type { Control } from '../../control/index.ts';
import { checkText, type Condition, format, type LeafCondition, leavesOf, visitCondition, type Vocabulary } from '../../language/index.ts';
import { hiddenSlug } from '../../segments/index.ts';
import { onSite } from '../slots/check.ts';
import { listSlots } from '../slots/read.ts';

/** What a customer must have agreed to before anything is made for them. */
export const consentCondition = 'can receive web for personalisation';

/**
 * The single conditions about customers that published slots ask for, consent included: texts with the slugs they are kept under. They are
 * evaluated with the segments, so that a request only looks them up. `in segment` needs none: the segment is kept itself.
 */
export async function conditionsOfSlots(control: Control, vocabulary: Vocabulary): Promise<readonly { readonly slug: string; readonly text: string }[]> {
  const published = (await listSlots(control)).flatMap((slot) => (slot.published === null ? [] : [slot.published.definition]));
  if (published.length === 0) return [];
  const texts = new Set([consentCondition]);
  for (const { rules } of published) {
    for (const { when } of rules) {
      const checked = checkText(when, onSite(vocabulary));
      if (checked.ok) for (const text of customerConditions(checked.value.tree)) texts.add(text);
    }
  }
  return [...texts].map((text) => ({ slug: hiddenSlug(text), text }));
}

/** Texts of the conditions of a rule that are neither about the visit nor about a whole segment. */
export const customerConditions = (tree: Condition): readonly string[] =>
  leavesOf(tree)
    .filter((leaf) => visitCondition(leaf) === undefined && leaf.kind !== 'in-segment')
    .map((leaf) => format(leaf));

/** Under which slug the members of a condition about customers are kept. */
export const keptUnder = (leaf: LeafCondition): string => (leaf.kind === 'in-segment' ? leaf.segment : hiddenSlug(format(leaf)));
