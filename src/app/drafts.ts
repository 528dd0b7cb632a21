import { ClienteleError, formatInstant } from '../core/index.ts';
import { inTime, type SegmentDraftRow } from '../control/index.ts';
import type { App } from './open.ts';

/** What somebody is writing. Only they see it; it changes no segment until it is published. */
export type Draft = Omit<SegmentDraftRow, 'person'>;
export type DraftContent = Omit<Draft, 'key' | 'updated_at'>;

type Store = Pick<App, 'control' | 'effects'>;

const columns = ['key', 'segment', 'base_version', 'name', 'folder', 'text', 'note', 'updated_at'] as const;
/** The oldest go when somebody leaves more than this many unfinished. */
const mostDrafts = 100;

/** Newest first. */
export const listDrafts = ({ control }: Pick<Store, 'control'>, person: string): Promise<readonly Draft[]> =>
  control.selectFrom('segment_drafts').select(columns).where('person', '=', person).orderBy(inTime('updated_at'), 'desc').execute();

/** Throws `draft.unknown`. */
export async function readDraft({ control }: Pick<Store, 'control'>, person: string, key: string): Promise<Draft> {
  const found = await control.selectFrom('segment_drafts').select(columns).where('person', '=', person).where('key', '=', key).executeTakeFirst();
  if (found === undefined) throw new ClienteleError('draft.unknown', { key });
  return found;
}

/** Keeps it whole; what was kept before under the key is replaced. */
export async function saveDraft({ control, effects }: Store, person: string, key: string, content: DraftContent): Promise<Draft> {
  const draft: Draft = { ...content, key, updated_at: formatInstant(effects.now()) };
  await control
    .insertInto('segment_drafts')
    .values({ person, ...draft })
    .onConflict((conflict) => conflict.columns(['person', 'key']).doUpdateSet(draft))
    .execute();
  const surplus = (await listDrafts({ control }, person)).slice(mostDrafts).map((one) => one.key);
  if (surplus.length > 0) await control.deleteFrom('segment_drafts').where('person', '=', person).where('key', 'in', surplus).execute();
  return draft;
}

/** One that is not there is gone already. */
export async function discardDraft({ control }: Pick<Store, 'control'>, person: string, key: string): Promise<void> {
  await control.deleteFrom('segment_drafts').where('person', '=', person).where('key', '=', key).execute();
}
