import type { QualityFigure, QualityLine, QualityReport } from '../contract/index.ts';
import { qualityReport } from '../ingest/index.ts';
import { type AsOf, resolveAsOf } from './as-of.ts';
import type { App } from './open.ts';
import { rejectedRows } from './rejected-rows.ts';

/** How far the data can be trusted, for all sources or one. */
export async function quality(app: App, request: { readonly asOf: string | undefined; readonly source: string | undefined }): Promise<QualityReport> {
  const report = await reportAt(app, await resolveAsOf(app, request.asOf));
  if (request.source === undefined) return report;
  const of = ({ source }: { readonly source: string | null }): boolean => source === null || source === request.source;
  return { ...report, figures: report.figures.filter(of), sources: report.sources.filter(of) };
}

const mostLines = 12;

/** What deserves a look, worst first, as the report shows it. */
export async function qualityLines(app: App, asOf: AsOf): Promise<readonly QualityLine[]> {
  const { figures } = await reportAt(app, asOf);
  return figures
    .filter(({ severity }) => severity !== 'good')
    .toSorted((a, b) => rank(a) - rank(b) || (a.score ?? 0) - (b.score ?? 0))
    .slice(0, mostLines)
    .map(lineOf);
}

const rank = ({ severity }: QualityFigure): number => ({ act: 0, look: 1, good: 2 })[severity];

const lineOf = ({ kind, field, source, explanation, bad, rows, score, fix }: QualityFigure): QualityLine => ({
  title: [kind, field].filter((part) => part !== null).join(': '),
  detail: `${explanation} ${bad} of ${rows}${source === null ? '' : ` from ${source}`}.`,
  score,
  fix,
});

async function reportAt(app: App, asOf: AsOf): Promise<QualityReport> {
  const report = await qualityReport(app.warehouse, { workspace: app.workspace, now: asOf.at });
  return { ...report, figures: [...(await rejectedRows(app)), ...report.figures] };
}
