import type { Formatters } from '../../../components/format/formatters.ts';

/** A cohort by its local first day: `Mar 2026`, `Q1 2026`. */
export function cohortName(starts: string, by: 'month' | 'quarter', format: Formatters): string {
  if (by === 'month') return format.dateMonth(starts);
  return `Q${Math.ceil(Number(starts.slice(5, 7)) / 3)} ${starts.slice(0, 4)}`;
}
