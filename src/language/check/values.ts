import { formatLiteral } from '../format-text.ts';
import type { Literal } from '../tree.ts';
import type { ValueType } from '../vocabulary.ts';
import { checkDate, isReversed } from '../windows/check.ts';
import { type CheckContext, reportError, reportWarning } from './context.ts';
import { checkKnownValues } from './known-values.ts';
import { adviceFor, fitting, ordering } from './operator-types.ts';
import { checkReach } from './reach.ts';
import type { Subject, Tail } from './subject.ts';

/** Reports an operator that does not fit the subject's type, and values that do not. `node` is the comparison. */
export function checkTail(node: Tail, subject: Subject, context: CheckContext): void {
  if (!hasRightCount(node, context)) return;
  if (subject.untyped === true) return checkUntyped(node, context);
  if (!fitting[subject.type].has(node.operator)) {
    const message = `\`${node.operator}\` does not fit ${subject.name}, which is ${typeNames[subject.type]}.`;
    return reportError(context, node, 'operator', 'operator.type', message, adviceFor(subject.type, subject.name, node.operator, node.values));
  }
  if (subject.type === 'text' && ordering.has(node.operator) && !node.values.every((value) => typeof value === 'number')) {
    const message = `\`${node.operator}\` compares numbers and dates, and ${subject.name} is a text.`;
    return reportError(context, node, 'operator', 'operator.type', message, 'Compare texts with =, in, contains, starts with or ends with.');
  }
  const numeric = subject.type === 'number' || (subject.type === 'text' && ordering.has(node.operator));
  const fits = node.values.map((value, index) => checkValue(value, index, numeric ? 'number' : subject.type, node, subject, context));
  if (!fits.every(Boolean)) return;
  if (numeric && subject.type === 'text') {
    reportWarning(
      context,
      node,
      'operator',
      'text.numeric',
      `${subject.name} is a text here; customers whose ${subject.name} is not a number are left out.`,
      'Import it as a number if it is one.',
    );
  }
  checkRange(node, context);
  if (numeric) checkReach(node, subject, context);
  if (!numeric && (subject.type === 'text' || subject.type === 'list')) checkKnownValues(node, subject, context);
}

const typeNames: Readonly<Record<ValueType, string>> = {
  text: 'a text',
  number: 'a number',
  boolean: 'true or false',
  date: 'a date',
  instant: 'a point in time',
  list: 'a list',
};

/** Trees from outside may hold any number of values. */
function hasRightCount(node: Tail, context: CheckContext): boolean {
  const list = ['in', 'not in', 'contains any of', 'contains all of', 'contains none of'].includes(node.operator);
  const right = list ? node.values.length > 0 : node.values.length === (node.operator === 'between' ? 2 : 1);
  if (!right)
    reportError(
      context,
      node,
      undefined,
      'value.count',
      `\`${node.operator}\` can not have ${node.values.length} values.`,
      list ? 'Give at least one value.' : node.operator === 'between' ? 'Give both bounds.' : 'Give one value.',
    );
  return right;
}

function checkUntyped(node: Tail, context: CheckContext): void {
  if (ordering.has(node.operator)) checkRange(node, context);
}

function checkValue(value: Literal, index: number, type: ValueType, node: Tail, subject: Subject, context: CheckContext): boolean {
  const part = `values.${index}`;
  const written = formatLiteral(value, true);
  const refuse = (hint: string): boolean => {
    reportError(
      context,
      node,
      part,
      'value.type',
      `${written} is ${literalNames[typeof value as keyof typeof literalNames]}; ${subject.name} is ${typeNames[type]}.`,
      hint,
    );
    return false;
  };
  switch (type) {
    case 'number':
      if (typeof value === 'number') return true;
      return refuse(
        typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? `Write it without quotes: ${Number(value)}.` : 'Write a number.',
      );
    case 'text':
    case 'list':
      return typeof value === 'string' || refuse(`Write it in quotes: "${value}".`);
    case 'boolean':
      return typeof value === 'boolean' || refuse('Write true or false, without quotes.');
    case 'date':
    case 'instant':
      return typeof value === 'string' ? checkDate(value, node, context, part) : refuse('Write a date as 2026-01-31.');
  }
}

const literalNames = { string: 'a text', number: 'a number', boolean: 'a truth value' } as const;

function checkRange(node: Tail, context: CheckContext): void {
  const [from, to] = node.values;
  if (node.operator !== 'between' || from === undefined || to === undefined) return;
  const reversed = typeof from === 'number' && typeof to === 'number' ? from > to : typeof from === 'string' && typeof to === 'string' && isReversed(from, to);
  if (reversed)
    reportError(
      context,
      node,
      'values.0',
      'range.reversed',
      `${formatLiteral(from, true)} is more than ${formatLiteral(to, true)}.`,
      `Write between ${formatLiteral(to, true)} and ${formatLiteral(from, true)}.`,
    );
}
