import type { ForecastAnswer, ForecastRequest } from '../../contract/schemas.ts';
import type { ForecastKind } from '../../stats/index.ts';

const labels: Readonly<Record<ForecastKind, string>> = {
  naive: 'as in the week before',
  average: 'the average of all weeks',
  'seasonal-naive': 'as in the same week a year before',
  simple: 'the recent weeks, the newest counting most (exponential smoothing)',
  trend: 'smoothing with a trend (Holt)',
  damped: 'smoothing with a trend that fades',
  'seasonal-level': 'the course of the years so far, on the level of the last quarter',
  'seasonal-additive': 'trend and season (Holt-Winters)',
  'seasonal-multiplicative': 'trend and season that grow together (Holt-Winters)',
  arima: 'how each week follows from those before it (ARIMA)',
};

/** What a candidate is called. */
export const forecastLabel = (kind: ForecastKind, holidays: boolean): string => `${labels[kind]}${holidays ? ', with public holidays' : ''}`;

type Measure = NonNullable<ForecastRequest['measure']>;
export const unitOf = (measure: Measure): ForecastAnswer['unit'] => (measure === 'revenue' ? 'money' : measure === 'orders' ? 'count' : 'people');

const nouns: Readonly<Record<Measure, string>> = {
  revenue: 'Revenue',
  orders: 'Orders',
  customers: 'Customers who order',
  new_customers: 'New customers',
  segment: 'The size',
};
export const measureNoun = (measure: Measure, segment: string | undefined): string =>
  measure === 'segment' && segment !== undefined ? `The size of ${segment}` : nouns[measure];
