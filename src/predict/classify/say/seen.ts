import { countOf } from '../../../core/index.ts';

/**
 * Whom a model has learnt from, in a sentence. A customer stands once in each day that one looks back from, so over several days rows are more than customers: the days' largest number is what is told as customers.
 */
export function seenSentence(days: readonly { readonly day: string; readonly rows: number }[], horizonDays: number): string {
  if (days.length === 0) return 'There is no past to learn from yet.';
  const did = `what each did in the ${horizonDays} days after`;
  const most = Math.max(...days.map(({ rows }) => rows));
  const when = days.map(({ day }) => day).join(', ');
  if (days.length === 1) return `${countOf(most, 'customer')} as they were on ${when}, and ${did}.`;
  const rows = days.reduce((sum, one) => sum + one.rows, 0);
  return `Up to ${countOf(most, 'customer')} as they were on each of ${days.length} days (${when}), and ${did}: ${countOf(rows, 'row')}, one for each customer and day.`;
}
