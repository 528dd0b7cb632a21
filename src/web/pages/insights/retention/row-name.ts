import type { Formatters } from '../../../components/format/formatters.ts';
import { cohortName } from '../cohorts/cohort-name.ts';
import type { Retention } from './retention-query.ts';

/** A row by the period it began in as this person writes it, or by its own name. */
export const rowName = ({ label, starts }: Retention['rows'][number], by: Retention['by'], format: Formatters): string =>
  starts === null ? label : periodName(starts, by, format);

/** A week by its first day, a month or a quarter by its name. */
export const periodName = (starts: string, by: Retention['by'], format: Formatters): string =>
  by === 'week' ? format.date(starts) : cohortName(starts, by, format);
