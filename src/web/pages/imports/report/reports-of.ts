import type { ImportReport, Job } from '../../../../contract/index.ts';
import { inBrowserReport } from './in-browser-report.ts';

/** The reports that a job of importing ended with; none while it runs. */
export function reportsOf(job: Job | undefined): readonly ImportReport[] {
  const result = job?.result;
  return typeof result === 'object' && result !== null && 'reports' in result && Array.isArray(result.reports)
    ? (result.reports as readonly ImportReport[]).map(inBrowserReport)
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

/** How many records of each kind, in the order of the files. */
export function countedByKind(
  reports: readonly ImportReport[],
  of: 'created' | 'updated',
): readonly { readonly kind: ImportReport['kind']; readonly count: number }[] {
  const counts = new Map<ImportReport['kind'], number>();
  for (const report of reports) if (report[of] > 0) counts.set(report.kind, (counts.get(report.kind) ?? 0) + report[of]);
  return [...counts].map(([kind, count]) => ({ kind, count }));
}
