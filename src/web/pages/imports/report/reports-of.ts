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

export type CountedKind = ImportReport['kind'] | 'returns';
export type CountedRecords = { readonly kind: CountedKind; readonly count: number };

/** How many records of each kind, in the order of the files; returns apart from orders where all that was counted is new. */
export function countedByKind(reports: readonly ImportReport[], of: (report: ImportReport) => number): readonly CountedRecords[] {
  const counts = new Map<CountedKind, number>();
  const add = (kind: CountedKind, count: number) => (count > 0 ? counts.set(kind, (counts.get(kind) ?? 0) + count) : counts);
  for (const report of reports) {
    const { kind, created, orders, returns } = report;
    const apart = kind === 'orders' && of(report) === created && created === orders + returns ? returns : 0;
    add(kind, of(report) - apart);
    add('returns', apart);
  }
  return [...counts].map(([kind, count]) => ({ kind, count }));
}
