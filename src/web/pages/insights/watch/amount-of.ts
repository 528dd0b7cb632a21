import type { Formatters } from '../../../components/format/formatters.ts';
import type { OneNotice } from './watch-query.ts';

/** A part of a figure is told in what the figure is: money in the shop's currency, everything else in people or times. */
export const amountOf = (
  unit: NonNullable<OneNotice['figure']>['unit'] | undefined,
  format: Pick<Formatters, 'money' | 'decimal'>,
): ((value: number) => string) => (unit === 'money' ? format.money : format.decimal);
