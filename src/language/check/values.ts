import { formatLiteral } from '../format-text.ts';
import type { ComparisonOperator, Literal } from '../tree.ts';
import type { ValueType } from '../vocabulary.ts';
import { checkDate, isReversed } from '../windows/check.ts';
import { type CheckContext, reportError, reportWarning } from './context.ts';
import { didYouMean, nearest } from './nearest.ts';
import { adviceFor, fitting, ordering } from './operator-types.ts';

/** What stands left of an operator. `name` as it is written in a definition. */
export type Subject = {
  readonly name: string;
  readonly type: ValueType;
  /** Texts are compared as numbers without a word about it: nothing is known of the type. */
  readonly untyped?: boolean;
  /** Known values; complete when there are fewer than 50. */
  readonly values?: readonly string[];
};

type Tail = { readonly operator: ComparisonOperator; readonly values: readonly Literal[] };

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

/** Texts are compared without letter case and surrounding blanks. */
const fold = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

const complete = 50;
const wholeValue: ReadonlySet<ComparisonOperator> = new Set([
  '=',
  '!=',
  'in',
  'not in',
  'is exactly',
  'contains any of',
  'contains all of',
  'contains none of',
]);

function checkKnownValues(node: Tail, subject: Subject, context: CheckContext): void {
  const { values, type } = subject;
  if (values === undefined || values.length === 0 || values.length >= complete) return;
  if (!wholeValue.has(node.operator) && type !== 'list') return;
  const known = new Set(values.map(fold));
  node.values.forEach((value, index) => {
    if (typeof value !== 'string' || known.has(fold(value))) return;
    const near = nearest(value, values);
    const shown = near.length > 0 ? near : values.slice(0, 5);
    reportWarning(
      context,
      node,
      `values.${index}`,
      'value.unknown',
      `No customer has the ${subject.name} ${formatLiteral(value, false)}.`,
      didYouMean(
        near.map((one) => `"${one}"`),
        `Seen so far: ${shown.map((one) => `"${one}"`).join(', ')}.`,
      ),
      shown,
    );
  });
}
