import type { ImportReport, Job } from '../../../../contract/index.ts';

/** The reports that a job of importing ended with; none while it runs. */
export function reportsOf(job: Job | undefined): readonly ImportReport[] {
  const result = job?.result;
  return typeof result === 'object' && result !== null && 'reports' in result && Array.isArray(result.reports)
    ? (result.reports as readonly ImportReport[])
    : [];
}

export type Totals = {
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly skipped: number;
  readonly rejected: number;
  readonly people: number;
};

export function totalsOf(reports: readonly ImportReport[]): Totals {
  const sum = (of: (report: ImportReport) => number): number => reports.reduce((total, report) => total + of(report), 0);
  return {
    rows: sum(({ rows }) => rows),
    created: sum(({ created }) => created),
    updated: sum(({ updated }) => updated),
    skipped: sum(({ skipped }) => skipped),
    rejected: sum(({ rejected }) => rejected),
    people: sum(({ profiles_created }) => profiles_created),
  };
}
