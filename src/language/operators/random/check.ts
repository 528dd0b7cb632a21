import { type CheckContext, reportError } from '../../check/context.ts';
import type { Sample } from '../../tree.ts';

export function checkRandom(condition: Sample, context: CheckContext): Sample {
  const { percent } = condition;
  if (!(percent >= 0 && percent <= 100)) {
    reportError(context, condition, 'percent', 'percent.range', `${percent}% is not a part of the customers.`, 'Write a percentage from 0 to 100.');
  }
  return condition;
}
