import type { DecisionReason, SlotDecision } from '../../contract/index.ts';
import type { Instant } from '../../core/index.ts';
import { holdsOnVisit, judge, type Visit } from '../../language/index.ts';
import { inForce } from '../slots/schedule.ts';
import type { Consent } from './consent.ts';
import type { ReadyRule, ReadySlot } from './ready-slot.ts';

/** Whether a profile is a member; undefined where that has not been computed yet. */
export type IsMember = (kept: string, profile: number) => boolean | undefined;

export type Moment = {
  readonly profile: number | undefined;
  readonly isMember: IsMember;
  readonly visit: Visit;
  readonly consent: Consent;
  readonly at: Instant;
  readonly zone: string;
};

type Asked = SlotDecision['rules'][number];

/**
 * What a slot shows: consent decides before the schedule, the schedule before the rules, and of the rules the first that holds. A visitor who is
 * no known customer is in no segment and meets no condition about customers.
 */
export function decideSlot(slot: ReadySlot, moment: Moment): SlotDecision {
  const { definition } = slot;
  const rules: Asked[] = [];
  const byDefault = (reason: DecisionReason): SlotDecision => ({ slot: slot.slug, version: slot.version, ...definition.default, reason, rule: null, rules });
  if (moment.consent.state !== 'given') return byDefault(withoutConsent[moment.consent.state]);
  if (!inForce(definition.schedule, moment.at, moment.zone)) return byDefault('outside-schedule');
  let broken = false;
  for (const [index, rule] of definition.rules.entries()) {
    const ready = slot.rules[index];
    if (ready?.tree === undefined) {
      broken = true;
      continue;
    }
    const asked = askRule(ready, moment);
    rules.push({ rule: index + 1, variant: rule.variant, when: rule.when, ...asked });
    if (asked.holds) return { slot: slot.slug, version: slot.version, variant: rule.variant, content: rule.content, reason: 'matched', rule: index + 1, rules };
  }
  return byDefault(definition.rules.length === 0 ? 'no-rules' : broken ? 'rule-broken' : 'no-rule-matched');
}

const withoutConsent = { missing: 'consent-missing', refused: 'consent-refused', 'privacy-signal': 'privacy-signal' } as const;

function askRule({ tree, leaves }: ReadyRule, { profile, isMember, visit }: Moment): Pick<Asked, 'holds' | 'conditions'> {
  if (tree === undefined) return { holds: false, conditions: [] };
  const known = new Map<string, boolean>();
  const { holds, leaves: judged } = judge(tree, (condition) => {
    const leaf = leaves.get(condition);
    if (leaf === undefined) return false;
    if (leaf.visit !== undefined) return holdsOnVisit(leaf.visit, visit);
    const member = profile === undefined ? false : isMember(leaf.kept, profile);
    known.set(leaf.text, member !== undefined);
    return member === true;
  });
  const conditions = judged.map(({ condition, holds: each }) => {
    const leaf = leaves.get(condition);
    const text = leaf?.text ?? '';
    return { text, about: leaf?.visit === undefined ? ('customer' as const) : ('visit' as const), holds: each, known: known.get(text) ?? true };
  });
  return { holds, conditions };
}
