import { type CheckContext, reportError } from '../../check/context.ts';
import { findAttribute } from '../../check/names.ts';
import type { DateCondition } from '../../tree.ts';
import { checkWindow } from '../../windows/check.ts';
import { formatWindow } from '../../windows/text.ts';

export function checkDateCondition(condition: DateCondition, context: CheckContext): DateCondition {
  const word = findAttribute(context, condition.attribute, condition, 'attribute');
  checkWindow(condition.window, context);
  if (word === undefined) return condition;
  if (word.type !== 'date' && word.type !== 'instant') {
    const hint =
      word.type === 'number'
        ? `Numbers are compared: ${word.name} >= 5.`
        : `Import ${word.name} as a date, or use a date such as last_order_at ${formatWindow(condition.window)}.`;
    reportError(context, condition, 'attribute', 'operator.type', `${word.name} is not a date, so it can not lie \`${formatWindow(condition.window)}\`.`, hint);
  }
  return Object.freeze({ ...condition, attribute: word.name });
}
