import { comparisonOnRequest } from '../operators/compare/request.ts';
import { knownOnRequest } from '../operators/presence/request.ts';
import type { ValueType } from '../vocabulary.ts';
import type { VisitCondition } from './about-visit.ts';
import type { Visit } from './values.ts';
import { visitWord } from './words.ts';

const typeOfWord = (name: string): ValueType => visitWord(name)?.type ?? 'text';

/** Whether a condition about the visit holds, for names as `check` leaves them. */
export function holdsOnVisit(condition: VisitCondition, visit: Visit, typeOf: (name: string) => ValueType = typeOfWord): boolean {
  if (condition.kind !== 'compare') return knownOnRequest(typeOf(condition.attribute), visit[condition.attribute]) === (condition.kind === 'known');
  if (condition.left.kind !== 'attribute') return false;
  const { name } = condition.left;
  return comparisonOnRequest({ type: typeOf(name), value: visit[name] }, condition.operator, condition.values);
}
