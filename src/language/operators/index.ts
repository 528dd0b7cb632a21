import type { Documentation } from '../documentation.ts';
import type { Condition } from '../tree.ts';
import { canReceiveDocumentation } from './can-receive/documentation.ts';
import { compareDocumentation } from './compare/documentation.ts';
import { dateDocumentation } from './date/documentation.ts';
import { groupDocumentation } from './group/documentation.ts';
import { inSegmentDocumentation } from './in-segment/documentation.ts';
import { notDocumentation } from './not/documentation.ts';
import { presenceDocumentation } from './presence/documentation.ts';
import { randomDocumentation } from './random/documentation.ts';
import { sequenceDocumentation } from './sequence/documentation.ts';
import { withinDocumentation } from './within/documentation.ts';

/** An operator: its folder, and the conditions of the tree that it is. */
export type Operator = { readonly folder: string; readonly kinds: readonly Condition['kind'][]; readonly documentation: Documentation };

/** Every operator of the language, in the order of the manual. Its text, check, words and SQL lie in its folder. */
export const operators: readonly Operator[] = Object.freeze([
  { folder: 'compare', kinds: ['compare'], documentation: compareDocumentation },
  { folder: 'presence', kinds: ['known', 'unknown'], documentation: presenceDocumentation },
  { folder: 'date', kinds: ['date'], documentation: dateDocumentation },
  { folder: 'sequence', kinds: ['sequence'], documentation: sequenceDocumentation },
  { folder: 'within', kinds: ['within'], documentation: withinDocumentation },
  { folder: 'in-segment', kinds: ['in-segment'], documentation: inSegmentDocumentation },
  { folder: 'can-receive', kinds: ['can-receive'], documentation: canReceiveDocumentation },
  { folder: 'random', kinds: ['random'], documentation: randomDocumentation },
  { folder: 'not', kinds: ['not'], documentation: notDocumentation },
  { folder: 'group', kinds: ['all', 'any', 'none'], documentation: groupDocumentation },
]);
