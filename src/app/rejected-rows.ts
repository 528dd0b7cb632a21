import type { ImportReport, QualityFigure } from '../contract/index.ts';
import type { App } from './open.ts';

const [look, act] = [0.001, 0.05];
const sampleSize = 10;

/**
 * Rows that imports could not record, per source and kind. Of a file that came several times its newest import counts, so that one which was put
 * right is no longer counted; what was taken back or failed is not.
 */
export async function rejectedRows({ control }: App): Promise<readonly QualityFigure[]> {
  const imports = await control
    .selectFrom('imports')
    .select(['id', 'source', 'kind', 'file', 'report'])
    .where('status', '=', 'done')
    .orderBy('batch')
    .execute();
  const newest = new Map(imports.map((one) => [JSON.stringify([one.source, one.kind, one.file]), one]));
  const groups = Map.groupBy(newest.values(), ({ source, kind }) => JSON.stringify([source, kind]));
  return [...groups.values()].flatMap((files) =>
    figureOf(files.map(({ report, ...file }) => ({ ...file, report: JSON.parse(report) as Partial<ImportReport> }))),
  );
}

type Read = { readonly id: string; readonly source: string; readonly kind: string; readonly file: string; readonly report: Partial<ImportReport> };

function figureOf(files: readonly Read[]): readonly QualityFigure[] {
  const rows = files.reduce((sum, { report }) => sum + (report.rows ?? 0), 0);
  const bad = files.reduce((sum, { report }) => sum + (report.rejected ?? 0), 0);
  const [first] = files;
  if (rows === 0 || first === undefined) return [];
  const reasons = files
    .flatMap(({ id, file, report }) => (report.rejects ?? []).map((reject) => ({ ...reject, id, file })))
    .toSorted((one, other) => other.rows - one.rows);
  const share = bad / rows;
  return [
    {
      dimension: 'validity',
      source: first.source,
      kind: first.kind,
      field: null,
      rule: 'rows-rejected',
      explanation: 'Rows that could not be recorded are in no figure. Of a file that came several times the newest import counts.',
      score: (rows - bad) / rows,
      rows,
      bad,
      age_days: null,
      sample: reasons.slice(0, sampleSize).map(({ id, file, line, column, reason, rows: count }) => ({
        id: `${file}, line ${line}`,
        import: id,
        detail: `${column === null ? '' : `${column}: `}${reason}${count === 1 ? '' : ` (${count} rows)`}`,
      })),
      fix: `${reasons[0]?.fix ?? ''} Correct them in the file they came from and import it again: what has not changed is skipped. Each import keeps its rejected rows in a file.`.trim(),
      severity: bad === 0 || share < look ? 'good' : share < act ? 'look' : 'act',
    },
  ];
}
