import type { OrderHabits } from './survey.ts';

/** After how many days a regular counts as lapsed: longer than 90% of the shop's customers usually wait, in steps of ten, 30 to 365. */
export function lapseDays(habits: OrderHabits): number {
  if (habits.longGap === undefined) return 90;
  return Math.min(365, Math.max(30, Math.ceil(habits.longGap / 10) * 10));
}

/** Two leading digits, the way a person would choose a limit: 1,847 → 1800, 43.7 → 44. */
export function roundLimit(value: number): number {
  if (value <= 0) return 0;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.max(1, Math.round(value / step) * step);
}
