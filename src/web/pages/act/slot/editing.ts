import { type History, historyOf } from '../../../segment-editor/history.ts';
import type { Definition, Rule, SlotAnswer } from './content.ts';

/** A rule with a name that stays while it is moved and rewritten. */
export type KeyedRule = { readonly id: string; readonly rule: Rule };
export type Editing = Omit<Definition, 'rules'> & { readonly rules: readonly KeyedRule[] };

let next = 0;
const keyed = (rule: Rule): KeyedRule => ({ id: `rule-${(next += 1)}`, rule });

const empty: Definition = { rules: [], default: { variant: 'default', content: { type: 'text', value: '' } }, schedule: null, browser: 'content' };

/** What is edited of a slot: its draft, else what is in force. */
export function editingOf(slot: SlotAnswer): History<Editing> {
  const { rules, ...rest } = (slot.draft ?? slot.published)?.definition ?? empty;
  return historyOf({ ...rest, rules: rules.map(keyed) });
}

export const definitionOf = ({ rules, ...rest }: Editing): Definition => ({ ...rest, rules: rules.map(({ rule }) => rule) });

/** A new rule at the end, with a variant that none has yet. */
export function withNewRule(editing: Editing): Editing {
  const taken = new Set([editing.default.variant, ...editing.rules.map(({ rule }) => rule.variant)]);
  let number = editing.rules.length + 1;
  while (taken.has(`variant-${number}`)) number += 1;
  return { ...editing, rules: [...editing.rules, keyed({ when: '', variant: `variant-${number}`, content: { type: 'text', value: '' } })] };
}

export const withRule = (editing: Editing, id: string, rule: Rule): Editing => ({
  ...editing,
  rules: editing.rules.map((each) => (each.id === id ? { id, rule } : each)),
});

export const withoutRule = (editing: Editing, id: string): Editing => ({ ...editing, rules: editing.rules.filter((each) => each.id !== id) });

/** The rule to a place among the others as they stand, counted from 0; the same editing where it stands there already. */
export function movedTo(editing: Editing, id: string, place: number): Editing {
  const from = editing.rules.findIndex((each) => each.id === id);
  const rule = editing.rules[from];
  const to = place > from ? place - 1 : place;
  if (rule === undefined || to === from || to < 0 || to >= editing.rules.length) return editing;
  return { ...editing, rules: editing.rules.toSpliced(from, 1).toSpliced(to, 0, rule) };
}

/** One step up or down. */
export function stepped(editing: Editing, id: string, direction: 'up' | 'down'): Editing {
  const from = editing.rules.findIndex((each) => each.id === id);
  return movedTo(editing, id, direction === 'up' ? from - 1 : from + 2);
}
