import { formatLiteral } from '../format-text.ts';
import { type CheckContext, reportWarning } from './context.ts';
import type { Subject, Tail } from './subject.ts';

/** Reports a number that the subject never reaches, `orders >= -3`: nothing is wrong with it but that it tells nobody from anybody. */
export function checkReach(node: Tail, { name, least, most }: Subject, context: CheckContext): void {
  const at = node.values.findIndex((value) => typeof value === 'number' && (outside(value, least, most) || isEdge(node, value, least, most)));
  const value = node.values[at];
  if (value === undefined) return;
  const bounds = most === undefined ? `is never below ${least}` : least === undefined ? `is never above ${most}` : `lies between ${least} and ${most}`;
  const hint =
    most === 1 && typeof value === 'number' && value > 1
      ? `Write a share as a part of 1: ${value / 100} for ${value}%.`
      : 'Write a number that some have and others have not.';
  reportWarning(context, node, `values.${at}`, 'range.reach', `${name} ${bounds}; with ${formatLiteral(value, true)} this tells nobody from anybody.`, hint);
}

const outside = (value: number, least: number | undefined, most: number | undefined): boolean =>
  (least !== undefined && value < least) || (most !== undefined && value > most);

/** Below the least, or above the most, there is nobody. */
const isEdge = ({ operator }: Tail, value: number, least: number | undefined, most: number | undefined): boolean =>
  (operator === '<' && value === least) || (operator === '>' && value === most);
