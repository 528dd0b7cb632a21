import type { Notice, NoticeDraft } from '../../contract/index.ts';
import { inTime } from '../../control/index.ts';
import { formatInstant } from '../../core/index.ts';
import type { App } from '../open.ts';
import { readNotice } from './row.ts';

/**
 * Tells something once: undefined where the same key was told before, or its subject is muted. In one transaction, so that two who find the same at once tell it
 * once. Whoever follows `/events` hears of it within two seconds.
 */
export async function raiseNotice({ control, effects }: Pick<App, 'control' | 'effects'>, draft: NoticeDraft): Promise<Notice | undefined> {
  const now = effects.now();
  return control.transaction().execute(async (transaction) => {
    const told = await transaction.selectFrom('notices').select('id').where('key', '=', draft.key).executeTakeFirst();
    if (told !== undefined) return undefined;
    const muted = await transaction
      .selectFrom('notice_mutes')
      .select('id')
      .where('subject_type', '=', draft.subject.type)
      .where('subject_id', '=', draft.subject.id)
      .where((where) => where.or([where('kind', 'is', null), where('kind', '=', draft.kind)]))
      .where((where) => where.or([where('until', 'is', null), where(inTime('until'), '>', now)]))
      .executeTakeFirst();
    if (muted !== undefined) return undefined;
    await transaction
      .updateTable('notice_revision')
      .set(({ eb }) => ({ value: eb('value', '+', 1) }))
      .execute();
    const { value: revision } = await transaction.selectFrom('notice_revision').select('value').executeTakeFirstOrThrow();
    const row = {
      id: effects.randomId(),
      key: draft.key,
      kind: draft.kind,
      severity: draft.severity,
      subject_type: draft.subject.type,
      subject_id: draft.subject.id,
      subject_name: draft.subject.name,
      title: draft.title,
      sentence: draft.sentence,
      at: draft.at,
      raised_at: formatInstant(now),
      figure: draft.figure === undefined ? null : JSON.stringify(draft.figure),
      contributors: JSON.stringify(draft.contributors ?? []),
      status: 'new' as const,
      acknowledged_at: null,
      acknowledged_by: null,
      revision,
    };
    await transaction.insertInto('notices').values(row).execute();
    return readNotice(row);
  });
}
