import type { CheckContext } from '../../check/context.ts';
import { checkTail } from '../../check/values.ts';
import { checkOperand } from '../../operands/check.ts';
import type { Comparison } from '../../tree.ts';

export function checkComparison(condition: Comparison, context: CheckContext): Comparison {
  const { operand, subject } = checkOperand(condition.left, context);
  if (subject !== undefined) checkTail(condition, subject, context);
  return Object.freeze({ ...condition, left: operand });
}
