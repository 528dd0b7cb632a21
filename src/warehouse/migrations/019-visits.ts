/** Visits of 90 days and the last one, which features tell since; the next refresh fills them. */
export const createVisits: readonly string[] = [
  'alter table if exists features add column if not exists visits_90d INTEGER',
  'alter table if exists features add column if not exists last_visit_at TIMESTAMP',
];
