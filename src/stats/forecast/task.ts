/** A series to foretell. */
export type ForecastTask = {
  /** One value per step, oldest first. */
  readonly values: Float64Array;
  /** Steps of one season; 1 for none. */
  readonly period: number;
  readonly horizon: number;
  /** What each step holds (holidays), of those seen and of those to come; '' for nothing. */
  readonly marks?: readonly string[];
  readonly seed: number;
};
