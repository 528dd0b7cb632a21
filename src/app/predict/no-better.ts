import type { ModelFigure, WrittenCard } from '../../contract/index.ts';

/** An advantage of less than this share is none. */
const noticeable = 0.005;

/**
 * Why a model should rather not act: on what was held back it did no better than what it stands beside (the average of customers like this, everybody alike, what sells best). Null where it did, and for natural
 * groups, which stand beside nothing.
 */
export function noBetter({ kind, quality, chosen_because: because }: Pick<WrittenCard, 'kind' | 'quality' | 'chosen_because'>): string | null {
  if (kind === 'groups') return null;
  const [headline] = quality;
  if (headline === undefined) return `How well it does is not known: nothing could be held back to test it on. ${because}`;
  const { value, baseline, better, low, high, meaning } = headline;
  if (baseline === null) return null;
  if (value === null) return `How well it does is not known: ${uncapitalised(meaning)}`;
  const gain = better === 'higher' ? value - baseline : baseline - value;
  // A classifier's interval is around its own figure; the others were chosen against what they stand beside, customer by customer.
  const end = better === 'higher' ? low : high;
  const byChance = kind === 'classifier' && end !== null && (better === 'higher' ? end <= baseline : end >= baseline);
  const noticed = gain > noticeable * Math.abs(baseline);
  if (noticed && !byChance) return null;
  return `${triedOf(kind, headline)}${noticed ? ', which may be luck with so few' : ''}: what it says of one customer could as well be said of another.`;
}

/** What came of it on what it had not seen, beside what one would say without it. */
function triedOf(kind: WrittenCard['kind'], { value, baseline_label: beside }: ModelFigure): string {
  const other = beside ?? 'what one would say without it';
  switch (kind) {
    case 'classifier':
      return `Of one who did it and one who did not, it put the right one first in ${Math.round(100 * (value ?? 0))} of 100 cases, where guessing does in 50`;
    case 'recommendations':
      return `What it would have offered was bought no more often than ${other}`;
    case 'timing':
      return `It foretold no more of the days and hours that came than ${other}`;
    default:
      return `On a time that it had not seen it came no nearer to what customers did than ${other}`;
  }
}

const uncapitalised = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
