import type { WrittenCard } from '../../contract/index.ts';

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
  const { value, baseline, baseline_label: beside, better, low, high, meaning } = headline;
  if (baseline === null) return null;
  if (value === null) return `How well it does is not known: ${uncapitalised(meaning)}`;
  const gain = better === 'higher' ? value - baseline : baseline - value;
  // A classifier's interval is around its own figure; the others were chosen against what they stand beside, customer by customer.
  const end = better === 'higher' ? low : high;
  const byChance = kind === 'classifier' && end !== null && (better === 'higher' ? end <= baseline : end >= baseline);
  if (gain > noticeable * Math.abs(baseline) && !byChance) return null;
  return `It does no better than ${beside ?? 'what it stands beside'}: whatever it says of one customer could as well be said of another. Of what was tried it was chosen all the same: ${uncapitalised(because)}`;
}

const uncapitalised = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
