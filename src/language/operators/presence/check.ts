import type { CheckContext } from '../../check/context.ts';
import { findAttribute } from '../../check/names.ts';
import type { Presence } from '../../tree.ts';

export function checkPresence(condition: Presence, context: CheckContext): Presence {
  const word = findAttribute(context, condition.attribute, condition, 'attribute');
  return Object.freeze({ ...condition, attribute: word?.name ?? condition.attribute });
}
