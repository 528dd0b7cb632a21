import type { HoldOut } from '../../contract/schemas.ts';
import { writtenDate } from '../../core/index.ts';
import type { StoredModel } from '../../predict/index.ts';
import { readCard } from './read-card.ts';

/** What was told of the days held back: by both models, where both speak and the card knows how they did together. */
export function trustOf(
  { from, until }: HoldOut,
  { interval_holds: holds, interval_promises: promises = 0.8, orders }: Omit<NonNullable<HoldOut['served']>, 'beside'>,
): string {
  const better = 1 - orders.mae / orders.baseline_mae;
  const compared =
    better > 0.005
      ? `; it was ${Math.round(100 * better)}% closer than the average of customers like them`
      : '; no closer than the average of customers like them';
  return `From ${writtenDate(from)} to ${writtenDate(until)}, which the model had not seen, ${Math.round(100 * holds)} of 100 customers ordered as often as their interval said (the intervals promise ${Math.round(100 * promises)})${compared}.`;
}

/** How far chances were from what came, where they could be checked. */
export function chancesTrust(stored: StoredModel): readonly string[] {
  const off = readCard(stored).quality.find(({ measure }) => measure === 'calibration_error')?.value;
  return off === undefined || off === null || !Number.isFinite(off)
    ? []
    : [`Its chances of an order were ${(100 * off).toFixed(1)} points off what came, on average.`];
}
