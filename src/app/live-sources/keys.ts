import type { LiveSourceKey } from '../../contract/index.ts';
import { inTime } from '../../control/index.ts';
import { day, formatInstant, type Instant, instant, parseInstant } from '../../core/index.ts';
import type { App } from '../open.ts';
import { readSource } from './known-source.ts';

type World = Pick<App, 'control' | 'effects'>;

/** How long a replaced key is still taken: pages in caches and apps in shops are not all changed on one day. */
const overlap = 7 * day;

/** When a key ends. Instants are compared as numbers: written without zeros at their end, `05.12Z` stands after `05.123Z` in the order of texts. */
export const endOf = ({ expires_at: end }: { readonly expires_at: string | null }): Instant =>
  (end === null ? undefined : parseInstant(end)) ?? instant(Number.POSITIVE_INFINITY);

/** The keys of a source that are taken now, newest first. Throws `source.unknown`. */
export async function sourceKeys({ control, effects }: World, slug: string): Promise<readonly LiveSourceKey[]> {
  await readSource(control, slug);
  const rows = await control.selectFrom('live_source_keys').selectAll().where('source', '=', slug).orderBy(inTime('created_at'), 'desc').execute();
  const now = effects.now();
  return rows.filter((row) => endOf(row) > now).map(({ key, created_at, expires_at }) => ({ key, created_at, expires_at }));
}

/** A new key; those there were are taken for a week more, or end at once. */
export async function rotateKey(world: World, slug: string, atOnce = false): Promise<readonly LiveSourceKey[]> {
  const { control, effects } = world;
  await readSource(control, slug);
  const now = effects.now();
  await control
    .updateTable('live_source_keys')
    .set({ expires_at: formatInstant(atOnce ? now : instant(now + overlap)) })
    .where('source', '=', slug)
    .where((where) => (atOnce ? where.lit(true) : where('expires_at', 'is', null)))
    .execute();
  await addKey(world, slug);
  return sourceKeys(world, slug);
}

/** `cw_` marks it: what begins so opens nothing but the way in for one source's events. */
export async function addKey({ control, effects }: World, slug: string): Promise<void> {
  await control
    .insertInto('live_source_keys')
    .values({ key: `cw_${effects.randomId()}`, source: slug, created_at: formatInstant(effects.now()), expires_at: null })
    .execute();
}
