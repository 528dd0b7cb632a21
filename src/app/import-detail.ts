import type { ImportReport } from '../contract/index.ts';
import { ClienteleError } from '../core/index.ts';
import { type ImportEntry, listImports } from './imports.ts';
import type { App } from './open.ts';

export type ImportDetail = ImportEntry & { readonly finished_at: string | null; readonly report: ImportReport | null };

/** One import with all that its report said. Throws `import.unknown`. */
export async function importDetail(app: App, id: string): Promise<ImportDetail> {
  const row = await app.control.selectFrom('imports').select(['report', 'finished_at']).where('id', '=', id).executeTakeFirst();
  const entry = (await listImports(app)).find((one) => one.id === id);
  if (row === undefined || entry === undefined) throw new ClienteleError('import.unknown', { id });
  const report = JSON.parse(row.report) as Partial<ImportReport>;
  return { ...entry, finished_at: row.finished_at, report: report.kind === undefined ? null : (report as ImportReport) };
}
