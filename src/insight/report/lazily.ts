import type { ReportData } from '../../contract/index.ts';

/** The report as one HTML page. Charts are a heavy library that nothing else here needs, so it is loaded with the first report. */
export async function renderReport(data: ReportData): Promise<string> {
  return (await import('./render.ts')).renderReport(data);
}
