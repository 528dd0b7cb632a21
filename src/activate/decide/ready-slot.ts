import type { SlotDefinition } from '../../contract/index.ts';
import { checkText, type Condition, format, leavesOf, type LeafCondition, visitCondition, type VisitCondition, type Vocabulary } from '../../language/index.ts';
import { onSite } from '../slots/check.ts';
import { keptUnder } from './conditions.ts';

/** A slot whose rules have been read, once for many requests. */
export type ReadySlot = {
  readonly slug: string;
  /** Null for a draft. */
  readonly version: number | null;
  readonly definition: SlotDefinition;
  readonly rules: readonly ReadyRule[];
};

/** `tree` is undefined for a rule that can not be read any more: it is passed over. */
export type ReadyRule = { readonly tree: Condition | undefined; readonly leaves: ReadonlyMap<LeafCondition, ReadyLeaf> };
export type ReadyLeaf = { readonly text: string; readonly visit: VisitCondition | undefined; readonly kept: string };

export function readySlot(slug: string, version: number | null, definition: SlotDefinition, vocabulary: Vocabulary): ReadySlot {
  const words = onSite(vocabulary);
  return { slug, version, definition, rules: definition.rules.map(({ when }) => readyRule(when, words)) };
}

function readyRule(when: string, words: Vocabulary): ReadyRule {
  const checked = checkText(when, words);
  if (!checked.ok) return { tree: undefined, leaves: new Map() };
  const { tree } = checked.value;
  return {
    tree,
    leaves: new Map(
      leavesOf(tree).map((leaf) => {
        const visit = visitCondition(leaf);
        return [leaf, { text: format(leaf), visit, kept: visit === undefined ? keptUnder(leaf) : '' }];
      }),
    ),
  };
}
