import type { ImportReport } from '../contract/index.ts';
import type { App } from './open.ts';

/** Why nothing changes where an import is taken back and no record goes or becomes what it was; empty for one that is not there. */
export async function whyNothingUndone(app: App, id: string): Promise<string> {
  const rows = await app.control.selectFrom('imports').select(['id', 'batch', 'source', 'kind', 'status', 'report']).orderBy('batch').execute();
  const own = rows.find((row) => row.id === id);
  if (own === undefined) return '';
  const { accepted = 0, created = 0, updated = 0 } = JSON.parse(own.report) as Partial<ImportReport>;
  if (accepted === 0) return 'It had brought nothing: no row was accepted.';
  if (created + updated === 0) return 'It had brought nothing new: earlier imports tell of the same records.';
  const later = rows.filter(({ batch, source, kind, status }) => batch > own.batch && source === own.source && kind === own.kind && status === 'done');
  if (later.length === 0) return '';
  const ids = later.map((row) => row.id);
  const listed = ids.length === 1 ? ids.join('') : `${ids.slice(0, -1).join(', ')} and ${ids.at(-1) ?? ''}`;
  return `Later imports of the same source (${listed}) tell of the same records, which stay as they are told there.`;
}
