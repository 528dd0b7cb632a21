import type { Formatters } from '../../../components/format/formatters.ts';
import { cohortName } from '../cohorts/cohort-name.ts';
import type { Retention } from './retention-query.ts';

/** A row by the period it began in as this person writes it, or by its own name. */
export function rowName({ label, starts }: Retention['rows'][number], by: Retention['by'], format: Formatters): string {
  if (starts === null) return label;
  return by === 'week' ? format.date(starts) : cohortName(starts, by, format);
}
