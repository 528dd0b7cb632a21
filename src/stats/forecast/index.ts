export { type ArimaOrder, arimaPath, fitArima, type FittedArima } from './arima.ts';
export { backtestForecasts, type ForecastBacktest, type ForecastCandidate, type ForecastTask } from './backtest.ts';
export { type ForecastKind, forecastKinds, valuesNeeded } from './candidates.ts';
export { type IntervalCoverage } from './coverage.ts';
export { fitSmoothing, type FittedSmoothing } from './fit-smoothing.ts';
export { forecastSeries, type SeriesForecast } from './forecast.ts';
export { holidayFactors } from './holiday-factors.ts';
export { type ForecastPoint } from './intervals.ts';
export { type SmoothingKind, type SmoothingWeights, smooth, smoothedPath } from './smoothing.ts';
