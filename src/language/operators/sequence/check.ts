import { type CheckContext, reportError } from '../../check/context.ts';
import { checkFactCondition, checkSource } from '../../facts/check.ts';
import type { Sequence, SequenceStep } from '../../tree.ts';
import { checkDuration, checkWindow } from '../../windows/check.ts';

export function checkSequence(condition: Sequence, context: CheckContext): Sequence {
  const [first] = condition.steps;
  if (condition.steps.length < 2) {
    reportError(
      context,
      condition,
      undefined,
      'value.count',
      'A sequence has at least two steps.',
      'Write "Product Added" then "Checkout Started", or count("Product Added") >= 1.',
    );
  }
  if (first !== undefined && (first.absent || first.within !== undefined)) {
    reportError(
      context,
      first,
      undefined,
      'sequence.first',
      'The first step of a sequence is something that happened, at any time.',
      'Put `not` and `within` on the steps after it.',
    );
  }
  if (condition.window !== undefined) checkWindow(condition.window, context);
  return Object.freeze({ ...condition, steps: Object.freeze(condition.steps.map((step) => checkStep(step, context))) });
}

function checkStep(step: SequenceStep, context: CheckContext): SequenceStep {
  const of = checkSource(step.facts.of, context);
  if (step.within !== undefined) checkDuration(step.within, context);
  const where = step.facts.where === undefined ? {} : { where: checkFactCondition(step.facts.where, of, context) };
  return Object.freeze({ ...step, facts: Object.freeze({ of, ...where }) });
}
