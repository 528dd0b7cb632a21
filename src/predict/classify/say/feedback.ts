import type { FeedbackKind } from '../task.ts';

const names: Readonly<Record<FeedbackKind, readonly [one: string, many: string]>> = {
  ticket: ['ticket', 'tickets'],
  review: ['review', 'reviews'],
  survey: ['survey answer', 'survey answers'],
};
const inTurn: readonly FeedbackKind[] = ['ticket', 'review', 'survey'];

/** What this shop's feedback is called: `7 tickets`, `2 tickets and reviews`, `One ticket or review`. */
export function feedbackSaid(value: string, kinds: readonly FeedbackKind[]): string {
  const one = value === '1';
  const named = inTurn.filter((kind) => kinds.includes(kind)).map((kind) => names[kind][one ? 0 : 1]);
  if (named.length === 0) return one ? 'One piece of feedback' : `${value} pieces of feedback`;
  return `${one ? 'One' : value === '0' ? 'No' : value} ${listed(named, one || value === '0' ? 'or' : 'and')}`;
}

/** `The more tickets they have written` */
export function moreFeedback(kinds: readonly FeedbackKind[]): string {
  const named = inTurn.filter((kind) => kinds.includes(kind)).map((kind) => names[kind][1]);
  return named.length === 0
    ? 'The more feedback they have given'
    : `The more ${listed(named, 'and')} they have ${kinds.includes('survey') ? 'given' : 'written'}`;
}

const listed = (names: readonly string[], last: string): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`;
