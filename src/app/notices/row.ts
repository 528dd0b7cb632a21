import type { Notice } from '../../contract/index.ts';
import type { NoticeRow } from '../../control/index.ts';

/** A row as it is answered. */
export const readNotice = (row: NoticeRow): Notice => ({
  id: row.id,
  kind: row.kind,
  severity: row.severity,
  subject: { type: row.subject_type, id: row.subject_id, name: row.subject_name },
  title: row.title,
  sentence: row.sentence,
  at: row.at,
  raised_at: row.raised_at,
  figure: row.figure === null ? null : (JSON.parse(row.figure) as Notice['figure']),
  contributors: JSON.parse(row.contributors) as Notice['contributors'],
  status: row.status,
  acknowledged_at: row.acknowledged_at,
  acknowledged_by: row.acknowledged_by,
  revision: row.revision,
});
