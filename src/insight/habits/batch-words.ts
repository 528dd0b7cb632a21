import type { BuyingTimes } from '../../contract/index.ts';
import { counted } from '../report/words.ts';

/** Told where a batch's clock was left out. */
export const batchWords = ({ orders, at }: BuyingTimes['batches']): string =>
  orders === 0
    ? ''
    : ` ${counted(orders, 'order')} at exactly ${at} ${orders === 1 ? 'is' : 'are'} left out of the hours: so many at one minute, on many days, were written by a batch.`;
