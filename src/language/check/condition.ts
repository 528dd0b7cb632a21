import { checkCanReceive } from '../operators/can-receive/check.ts';
import { checkComparison } from '../operators/compare/check.ts';
import { checkDateCondition } from '../operators/date/check.ts';
import { checkGroupSize } from '../operators/group/check-size.ts';
import { checkInSegment } from '../operators/in-segment/check.ts';
import { checkPresence } from '../operators/presence/check.ts';
import { checkRandom } from '../operators/random/check.ts';
import { checkSequence } from '../operators/sequence/check.ts';
import { checkWithin } from '../operators/within/check.ts';
import type { Condition } from '../tree.ts';
import type { CheckContext } from './context.ts';

/** The same condition with the names of the vocabulary; what is wrong goes to `context.report`. */
export function checkCondition(condition: Condition, context: CheckContext): Condition {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'none':
      checkGroupSize(condition, context);
      return Object.freeze({ kind: condition.kind, of: Object.freeze(condition.of.map((part) => checkCondition(part, context))) });
    case 'not':
      return Object.freeze({ kind: 'not', of: checkCondition(condition.of, context) });
    case 'compare':
      return checkComparison(condition, context);
    case 'known':
    case 'unknown':
      return checkPresence(condition, context);
    case 'date':
      return checkDateCondition(condition, context);
    case 'in-segment':
      return checkInSegment(condition, context);
    case 'can-receive':
      return checkCanReceive(condition, context);
    case 'random':
      return checkRandom(condition, context);
    case 'within':
      return checkWithin(condition, context);
    case 'sequence':
      return checkSequence(condition, context);
  }
}
