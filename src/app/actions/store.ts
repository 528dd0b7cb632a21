import { type Action, actionSettingsSchema, type ActionSettings, newActionSchema, type NewAction, type NewActionSettings } from '../../contract/schemas.ts';
import { type ActionRow, readSetting, writeSetting } from '../../control/index.ts';
import { ClienteleError, formatInstant } from '../../core/index.ts';
import { checkedCondition } from '../conditions.ts';
import type { App } from '../open.ts';
import { vocabularyOf } from '../vocabulary.ts';

const key = 'actions';

const readRow = ({ enabled, ...row }: ActionRow): Action => ({ ...row, enabled: enabled === 1 });

export async function listActions({ control }: Pick<App, 'control'>): Promise<readonly Action[]> {
  return (await control.selectFrom('actions').selectAll().orderBy('name').execute()).map(readRow);
}

/** Throws `segment.syntax` where `eligible` can not be read. */
export async function addAction(app: App, wanted: NewAction, author: string): Promise<Action> {
  const action = newActionSchema.parse(wanted);
  const eligible = checkedCondition(action.eligible, await vocabularyOf(app)).text;
  const row: ActionRow = {
    ...action,
    eligible,
    enabled: action.enabled ? 1 : 0,
    id: app.effects.randomId(),
    created_by: author,
    created_at: formatInstant(app.effects.now()),
  };
  await app.control.insertInto('actions').values(row).execute();
  return readRow(row);
}

type Change = { readonly [K in keyof NewAction]?: NewAction[K] | undefined };

/** Throws `action.unknown`, `segment.syntax`. */
export async function changeAction(app: App, id: string, change: Change): Promise<Action> {
  const row = await app.control.selectFrom('actions').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new ClienteleError('action.unknown', { id });
  const { id: _id, created_by, created_at, ...kept } = readRow(row);
  const next = newActionSchema.parse({ ...kept, ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) });
  const eligible = checkedCondition(next.eligible, await vocabularyOf(app)).text;
  const fresh: ActionRow = { ...next, eligible, enabled: next.enabled ? 1 : 0, id, created_by, created_at };
  await app.control.updateTable('actions').set(fresh).where('id', '=', id).execute();
  return readRow(fresh);
}

/** What was decided for it stays on record. Throws `action.unknown`. */
export async function removeAction({ control }: Pick<App, 'control'>, id: string): Promise<void> {
  const { numDeletedRows } = await control.deleteFrom('actions').where('id', '=', id).executeTakeFirst();
  if (numDeletedRows === 0n) throw new ClienteleError('action.unknown', { id });
}

export async function actionSettings({ control }: Pick<App, 'control'>): Promise<ActionSettings> {
  return actionSettingsSchema.parse((await readSetting(control, key)) ?? {});
}

export async function setActionSettings(app: Pick<App, 'control'>, wanted: NewActionSettings): Promise<ActionSettings> {
  const settings = actionSettingsSchema.parse(wanted);
  await writeSetting(app.control, key, settings);
  return settings;
}
