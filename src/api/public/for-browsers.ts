import type { Decision, DecideRequest } from '../../contract/index.ts';
import type { ReadySlot } from '../../activate/index.ts';

/**
 * What a page may ask with: anybody can read its key and write what they like, so it names a visitor by the random id of their browser alone.
 * With an e-mail address one could find out what a stranger is shown.
 */
export const askedByBrowser = (request: DecideRequest): DecideRequest => {
  const { customer: _, identifiers, ...rest } = request;
  const anonymous = identifiers?.['anonymous_id'];
  return anonymous === undefined ? rest : { ...rest, identifiers: { anonymous_id: anonymous } };
};

/** One slot as a page gets it. */
export type BrowserSlot = {
  readonly slot: string;
  readonly variant: string;
  readonly content: Decision['slots'][number]['content'];
  /** `matched`, or why the default stands: nothing about the customer. */
  readonly reason: Decision['slots'][number]['reason'];
  /** The rule in words of the language, where the slot lets browsers know. */
  readonly why?: { readonly rule: number; readonly when: string };
};

/** Neither segments nor profile nor conditions: content, and for slots whose owner allows it the rule that decided. */
export function answeredToBrowser(decision: Decision, slots: ReadonlyMap<string, ReadySlot>): readonly BrowserSlot[] {
  return decision.slots.flatMap(({ slot, variant, content, reason, rule, rules }) => {
    const tells = slots.get(slot)?.definition.browser ?? 'no';
    if (tells === 'no') return [];
    const when = rules.find((each) => each.rule === rule)?.when;
    return [{ slot, variant, content, reason, ...(tells === 'why' && rule !== null && when !== undefined ? { why: { rule, when } } : {}) }];
  });
}
