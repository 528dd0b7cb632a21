import type { SlotDefinition } from '../../contract/index.ts';
import { ClienteleError } from '../../core/index.ts';
import { checkText, type Condition, describeCondition, type Diagnostic, type Vocabulary } from '../../language/index.ts';

import { scheduleTrouble } from './schedule.ts';

/** What is wrong with the condition of one rule (counted from 1). */
export type RuleTrouble = Diagnostic & { readonly rule: number };

export type CheckedSlot = {
  /** The definition with canonical conditions. */
  readonly definition: SlotDefinition;
  readonly trees: readonly Condition[];
  readonly warnings: readonly RuleTrouble[];
};

/** The words of a workspace with those of the visit. */
export const onSite = (vocabulary: Vocabulary): Vocabulary => ({ ...vocabulary, atRequest: true });

/** Every rule against the vocabulary. All that is wrong is reported at once, rule by rule. */
export function checkSlot(
  definition: SlotDefinition,
  vocabulary: Vocabulary,
): { readonly ok: true; readonly value: CheckedSlot } | { readonly ok: false; readonly troubles: readonly RuleTrouble[] } {
  const words = onSite(vocabulary);
  const checked = definition.rules.map(({ when }) => checkText(when, words));
  const troubles = checked.flatMap((each, index) => (each.ok ? [] : each.error.map((diagnostic) => ({ ...diagnostic, rule: index + 1 }))));
  if (troubles.length > 0) return { ok: false, troubles };
  const good = checked.flatMap((each) => (each.ok ? [each.value] : []));
  return {
    ok: true,
    value: {
      definition: { ...definition, rules: definition.rules.map((rule, index) => ({ ...rule, when: good[index]?.text ?? rule.when })) },
      trees: good.map(({ tree }) => tree),
      warnings: good.flatMap(({ warnings }, index) => warnings.map((warning) => ({ ...warning, rule: index + 1 }))),
    },
  };
}

/** As `checkSlot`, for what must be right. @throws slot.invalid with every trouble beside it */
export function requireSlot(definition: SlotDefinition, vocabulary: Vocabulary): CheckedSlot {
  const noMoment = scheduleTrouble(definition.schedule);
  if (noMoment !== undefined)
    throw new ClienteleError('slot.invalid', { detail: noMoment, hint: 'Write a date as 2026-12-01, or with a clock time as 2026-12-01T09:00.' });
  const checked = checkSlot(definition, vocabulary);
  if (checked.ok) return checked.value;
  const first = checked.troubles.find(({ severity }) => severity === 'error') ?? checked.troubles[0];
  throw new ClienteleError(
    'slot.invalid',
    { detail: `Rule ${first?.rule ?? 1}: ${first?.message ?? 'it can not be read.'}`, hint: first?.hint ?? 'Write it again.' },
    { rule: first?.rule, position: first?.position, diagnostics: checked.troubles },
  );
}

/** A rule as a sentence: `Visitors whose device is mobile see “banner-mobile”.` */
export function ruleSentence(when: string, variant: string, vocabulary: Vocabulary): string {
  const checked = checkText(when, onSite(vocabulary));
  return checked.ok
    ? `Visitors ${describeCondition(checked.value.tree, onSite(vocabulary))} see “${variant}”.`
    : `A rule that can not be read shows “${variant}”.`;
}
