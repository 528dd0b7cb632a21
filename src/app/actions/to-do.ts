import { calledOf } from '../../contract/index.ts';
import type { ActionsToDoAnswer } from '../../contract/schemas.ts';
import { asWritten } from '../../control/index.ts';
import { countOf, localDate, parseInstant, writtenDate } from '../../core/index.ts';
import { readRows } from '../../profiles/index.ts';
import { sql } from '../../sql/index.ts';
import { askedColumn } from '../customer-columns.ts';
import type { App } from '../open.ts';
import { vocabularyOf } from '../vocabulary.ts';
import { nothing } from './history.ts';
import { listActions } from './store.ts';

/** Whom something is to be done for, by the run that was written down last: the list to work through, with where each is reached. Merges since are followed. */
export async function actionsToDo(app: App): Promise<ActionsToDoAnswer> {
  const last = await app.control.selectFrom('action_decisions').select(['run', 'decided_at']).orderBy(asWritten, 'desc').executeTakeFirst();
  if (last === undefined) return { run: null, decided_at: null, sentence: 'Nothing was decided yet.', items: [] };
  const rows = await app.control.selectFrom('action_decisions').selectAll().where('run', '=', last.run).where('action', '<>', nothing).execute();
  const actions = new Map((await listActions(app)).map((action) => [action.id, action]));
  const now = await profilesNow(app, rows);
  const vocabulary = await vocabularyOf(app);
  const phone = vocabulary.attributes.has('phone') ? [askedColumn('phone', vocabulary, 'features')] : [];
  const people = new Map((await readRows(app.warehouse, [...new Set(now)], 'features', phone)).map((one) => [one.profile, one]));
  const items = rows.flatMap(({ action, cost, explored }, place) => {
    const found = people.get(now[place] ?? 0);
    if (found === undefined) return [];
    const { values, ...customer } = found;
    const own = actions.get(action);
    const number = values?.['phone'];
    return {
      customer,
      who: calledOf(customer),
      phone: typeof number === 'string' ? number : null,
      action,
      name: own?.name ?? null,
      channel: own?.channel ?? '',
      cost: cost ?? own?.cost ?? 0,
      explored: explored === 1,
    };
  });
  const on = writtenDate(localDate(parseInstant(last.decided_at) ?? app.effects.now(), app.workspace.zone));
  return {
    run: last.run,
    decided_at: last.decided_at,
    sentence: items.length === 0 ? `Of ${on}: nobody gets anything.` : `Of ${on}: something is to be done for ${countOf(items.length, 'customer')}.`,
    items: items.toSorted((one, other) => (one.name ?? '').localeCompare(other.name ?? '')),
  };
}

/** Who each decision was for, as profiles of today. */
async function profilesNow(
  app: App,
  rows: readonly { readonly namespace: string; readonly value: string; readonly profile: number }[],
): Promise<readonly number[]> {
  if (rows.length === 0) return [];
  await app.warehouse.load(
    'to_do',
    [
      { name: 'place', type: 'INTEGER' },
      { name: 'namespace', type: 'VARCHAR' },
      { name: 'value', type: 'VARCHAR' },
    ],
    rows.map(({ namespace, value }, place) => [place, namespace, value]),
  );
  const found = await app.warehouse.rows<{ place: number; profile: number }>(
    sql`select t.place, i.profile::INTEGER as profile from to_do t join identifiers i using (namespace, value) where i.profile is not null`,
  );
  await app.warehouse.run(sql`drop table to_do`);
  const known = new Map(found.map(({ place, profile }) => [place, profile]));
  return rows.map(({ profile }, place) => known.get(place) ?? profile);
}
