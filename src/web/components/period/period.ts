import { z } from 'zod';

/** The time a screen is about, and what it is held against. Part of a screen's address. */
export const periodSearch = z.object({
  period: z.enum(['last7', 'last30', 'last90', 'last365', 'all']).catch('last30').default('last30'),
  compare: z.enum(['previous', 'year', 'nothing']).catch('previous').default('previous'),
});

export type PeriodSearch = z.infer<typeof periodSearch>;
export type Period = PeriodSearch['period'];
export type Comparison = PeriodSearch['compare'];

const days: Readonly<Record<Period, number | undefined>> = { last7: 7, last30: 30, last90: 90, last365: 365, all: undefined };

/** Undefined for all time. */
export const daysOf = (period: Period): number | undefined => days[period];
export const periods = Object.keys(days) as readonly Period[];
export const comparisons: readonly Comparison[] = ['previous', 'year', 'nothing'];
