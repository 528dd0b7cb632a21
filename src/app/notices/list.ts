import type { Notice, NoticeMute } from '../../contract/index.ts';
import { inTime } from '../../control/index.ts';
import { ClienteleError, formatInstant } from '../../core/index.ts';
import type { App } from '../open.ts';
import { readNotice } from './row.ts';

export type NoticesWanted = {
  readonly status?: Notice['status'] | undefined;
  readonly kind?: Notice['kind'] | undefined;
  readonly limit: number;
  readonly before?: number;
};
export type NoticePage = { readonly items: readonly Notice[]; readonly total: number; readonly new: number; readonly next: number | null };

/** Newest change first; `before` is the revision that the page before ended with. */
export async function listNotices({ control }: Pick<App, 'control'>, { status, kind, limit, before }: NoticesWanted): Promise<NoticePage> {
  const wanted = () => {
    const all = control.selectFrom('notices');
    const ofStatus = status === undefined ? all : all.where('status', '=', status);
    return kind === undefined ? ofStatus : ofStatus.where('kind', '=', kind);
  };
  const from = before === undefined ? wanted() : wanted().where('revision', '<', before);
  const rows = await from
    .selectAll()
    .orderBy('revision', 'desc')
    .limit(limit + 1)
    .execute();
  const counted = await wanted()
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const fresh = await control
    .selectFrom('notices')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('status', '=', 'new')
    .executeTakeFirstOrThrow();
  const items = rows.slice(0, limit).map(readNotice);
  return { items, total: counted.count, new: fresh.count, next: rows.length > limit ? (items.at(-1)?.revision ?? null) : null };
}

/** Those changed since a revision, oldest first: what a stream of events sends. */
export async function noticesAfter({ control }: Pick<App, 'control'>, revision: number): Promise<readonly Notice[]> {
  const rows = await control.selectFrom('notices').selectAll().where('revision', '>', revision).orderBy('revision').limit(100).execute();
  return rows.map(readNotice);
}

export async function lastNoticeRevision({ control }: Pick<App, 'control'>): Promise<number> {
  return (await control.selectFrom('notice_revision').select('value').executeTakeFirst())?.value ?? 0;
}

/** Somebody has seen it: it stays, and counts as new no more. Throws `notice.unknown`. */
export async function acknowledgeNotice({ control, effects }: Pick<App, 'control' | 'effects'>, id: string, author: string): Promise<Notice> {
  return control.transaction().execute(async (transaction) => {
    const row = await transaction.selectFrom('notices').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined) throw new ClienteleError('notice.unknown', { id });
    if (row.status === 'acknowledged') return readNotice(row);
    await transaction
      .updateTable('notice_revision')
      .set(({ eb }) => ({ value: eb('value', '+', 1) }))
      .execute();
    const { value: revision } = await transaction.selectFrom('notice_revision').select('value').executeTakeFirstOrThrow();
    const change = { status: 'acknowledged', acknowledged_at: formatInstant(effects.now()), acknowledged_by: author, revision } as const;
    await transaction.updateTable('notices').set(change).where('id', '=', id).execute();
    return readNotice({ ...row, ...change });
  });
}

type NewMute = Pick<NoticeMute, 'subject' | 'kind' | 'until'>;

/** Nothing more is told about a subject until then. */
export async function muteSubject(
  { control, effects }: Pick<App, 'control' | 'effects'>,
  { subject, kind, until }: NewMute,
  author: string,
): Promise<NoticeMute> {
  if (until !== null && Number.isNaN(Date.parse(until))) throw new ClienteleError('date.invalid', { value: until });
  const mute = {
    id: effects.randomId(),
    subject,
    kind,
    until: until === null ? null : new Date(until).toISOString(),
    by: author,
    at: formatInstant(effects.now()),
  };
  await control
    .insertInto('notice_mutes')
    .values({ id: mute.id, subject_type: subject.type, subject_id: subject.id, subject_name: subject.name, kind, until: mute.until, by: author, at: mute.at })
    .execute();
  return mute;
}

export async function listMutes({ control }: Pick<App, 'control'>): Promise<readonly NoticeMute[]> {
  const rows = await control.selectFrom('notice_mutes').selectAll().orderBy(inTime('at'), 'desc').execute();
  return rows.map(({ id, subject_type, subject_id, subject_name, kind, until, by, at }) => ({
    id,
    subject: { type: subject_type, id: subject_id, name: subject_name },
    kind,
    until,
    by,
    at,
  }));
}

/** Throws `notice.mute-unknown`. */
export async function unmute({ control }: Pick<App, 'control'>, id: string): Promise<void> {
  const { numDeletedRows } = await control.deleteFrom('notice_mutes').where('id', '=', id).executeTakeFirst();
  if (numDeletedRows === 0n) throw new ClienteleError('notice.mute-unknown', { id });
}
