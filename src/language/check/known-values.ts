import { formatLiteral } from '../format-text.ts';
import type { ComparisonOperator } from '../tree.ts';
import { type CheckContext, reportWarning } from './context.ts';
import { didYouMean, nearest } from '../../core/index.ts';
import type { Subject, Tail } from './subject.ts';

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

/** Warns of values that no customer has, where all values are known. */
export function checkKnownValues(node: Tail, subject: Subject, context: CheckContext): void {
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
