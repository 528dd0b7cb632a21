import type { ModelDriver } from '../../../contract/index.ts';
import { buyerColumn, rhythmColumn } from '../buyer-name.ts';
import { eventOfColumn } from '../event-name.ts';
import type { Shop } from '../task.ts';
import { capital, isDate } from './amount.ts';
import { longerAgo } from './event.ts';
import { moreFeedback } from './feedback.ts';
import { type AskedOf, theLikelier } from './outcome.ts';
import { datePhrases, phrases } from './phrases.ts';

/** More of these columns means more of an order; said is the other end, which an owner can picture. */
const turned: Readonly<Record<string, string>> = {
  [rhythmColumn]: 'The longer they have been quiet beyond the pause that is usual for each of them',
  [buyerColumn]: 'The less often and the longer ago they ordered',
};

type Driver = {
  readonly column: string;
  readonly label: string;
  readonly direction: ModelDriver['direction'];
  readonly level: string | null;
  readonly share: number;
};

/** What a column does to the score of everybody, in a sentence: which end of it makes the outcome likelier, and how much hangs on it. */
export function driverSentence(
  { column, label, direction, level, share }: Driver,
  asked: AskedOf,
  { vocabulary, feedback = [] }: Pick<Shop, 'vocabulary' | 'feedback'>,
): string {
  const weight = `(${share < 0.005 ? 'less than 1' : Math.round(100 * share)}% of what the model goes by)`;
  if (level !== null) return `Likeliest of those whose ${label} is ${level} ${weight}.`;
  if (direction !== 'mixed' && vocabulary.attributes.get(column)?.yesNo === true)
    return `Likeliest of those whose ${label} is ${direction === 'more' ? 'yes' : 'no'} ${weight}.`;
  // Neither more nor fewer of them alone says anything, where it is those of 30 days beside them that do.
  if (direction === 'mixed' && column === 'visits_90d')
    return `It goes by whether they come less or more often than before: visits in 90 days beside those in 30 ${weight}.`;
  if (direction === 'mixed') return `${capital(label)} works in both directions: for some customers it speaks for it, for others against it ${weight}.`;
  const other = turned[column];
  if (other !== undefined) return `${other}, ${theLikelier(asked, direction === 'less')} ${weight}.`;
  const event = eventOfColumn(column);
  if (event !== undefined) return `${longerAgo(event)}, ${theLikelier(asked, direction === 'more')} ${weight}.`;
  const date = isDate(column, vocabulary);
  if (column === 'feedback_count') return `${moreFeedback(feedback)}, ${theLikelier(asked, direction === 'more')} ${weight}.`;
  const more = (date ? datePhrases[column]?.more : phrases[column]?.more) ?? (date ? `The longer ago: ${label}` : `The higher the ${label}`);
  return `${more}, ${theLikelier(asked, direction === 'more')} ${weight}.`;
}
