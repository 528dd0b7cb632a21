import type { LiveShape } from '../../contract/index.ts';
import { readSource } from '../live-sources/known-source.ts';
import type { App } from '../open.ts';

/** What a source's messages look like: each kind of message, then its properties. Throws `source.unknown`. */
export async function listShapes({ control }: Pick<App, 'control'>, slug: string): Promise<readonly LiveShape[]> {
  await readSource(control, slug);
  const rows = await control.selectFrom('live_shapes').selectAll().where('source', '=', slug).orderBy('event').orderBy('property').limit(1000).execute();
  return rows.map(({ event, property, types, seen, filled, first_at, last_at }) => ({
    event,
    property,
    types: JSON.parse(types) as LiveShape['types'],
    seen,
    filled,
    first_at,
    last_at,
  }));
}
