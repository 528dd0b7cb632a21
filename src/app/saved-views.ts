import { randomUUID } from 'node:crypto';
import { formatInstant } from '../core/index.ts';
import type { App } from './open.ts';

/** How somebody likes to see a list. `state` is the screen's own: the address it stands for. */
export type SavedView = { readonly id: string; readonly name: string; readonly state: Readonly<Record<string, unknown>> };

type Store = Pick<App, 'control'>;

/** By name. */
export async function listViews({ control }: Store, person: string, area: string): Promise<readonly SavedView[]> {
  const rows = await control
    .selectFrom('saved_views')
    .select(['id', 'name', 'state'])
    .where('person', '=', person)
    .where('area', '=', area)
    .orderBy('name')
    .execute();
  return rows.map(({ state, ...row }) => ({ ...row, state: JSON.parse(state) as SavedView['state'] }));
}

/** One of the same name is replaced. */
export async function saveView(
  { control, effects }: Pick<App, 'control' | 'effects'>,
  person: string,
  area: string,
  view: Omit<SavedView, 'id'>,
): Promise<SavedView> {
  const row = { name: view.name, state: JSON.stringify(view.state), at: formatInstant(effects.now()) };
  const saved = await control
    .insertInto('saved_views')
    .values({ id: randomUUID(), person, area, ...row })
    .onConflict((conflict) => conflict.columns(['person', 'area', 'name']).doUpdateSet(row))
    .returning('id')
    .executeTakeFirstOrThrow();
  return { ...view, id: saved.id };
}

/** One that is not there is gone already; nobody else's is touched. */
export async function deleteView({ control }: Store, person: string, id: string): Promise<void> {
  await control.deleteFrom('saved_views').where('person', '=', person).where('id', '=', id).execute();
}
