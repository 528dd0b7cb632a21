import type { LiveSource, LiveSourceChange, LiveSourceSecrets, LiveSourceSettings, LiveSourceType, NewLiveSource } from '../../contract/index.ts';
import { inTime, type LiveSourceRow } from '../../control/index.ts';
import { ClienteleError, day, formatInstant, instant } from '../../core/index.ts';
import type { App } from '../open.ts';
import { checkSettings } from './check-settings.ts';
import type { Collector } from './collector.ts';
import { addKey } from './keys.ts';
import { knownSource, readSource } from './known-source.ts';

type World = Pick<App, 'control' | 'effects'>;

/** What cannot be written down now stays counted: a full disk keeps nobody from looking. */
const countedSoFar = async (collector: Collector | undefined): Promise<void> => collector?.tally.flush().catch(() => undefined);

/** Every live source there is, by name; `collector` of a process that serves adds what it has counted a moment ago. */
export async function listSources(world: World, collector?: Collector): Promise<readonly LiveSource[]> {
  await countedSoFar(collector);
  const rows = await world.control.selectFrom('live_sources').selectAll().where('removed_at', 'is', null).orderBy('name').execute();
  return Promise.all(rows.map((row) => shown(world, row, collector)));
}

/** Throws `source.unknown`. */
export async function getSource(world: World, slug: string, collector?: Collector): Promise<LiveSource> {
  await countedSoFar(collector);
  return shown(world, await readSource(world.control, slug), collector);
}

/** The slug under which files of the same system are imported: an order by webhook and the same order in an export are one. */
const usualSlug: Readonly<Record<LiveSourceType, string>> = {
  website: 'website',
  server: 'server',
  shopify: 'shopify',
  stripe: 'stripe',
  woocommerce: 'woocommerce',
  sendgrid: 'sendgrid',
  postmark: 'postmark',
  mailgun: 'mailgun',
  ses: 'ses',
  webhook: 'webhook',
  mqtt: 'mqtt',
};

/** Makes a source with its first key. Throws `source.exists`, `source.setting`. */
export async function createSource(world: World, given: NewLiveSource, author: string): Promise<LiveSource> {
  const { control, effects } = world;
  const { type, name, settings, secrets } = given;
  const slug = given.slug ?? (await freeSlug(world, usualSlug[type]));
  checkSettings(type, settings, secrets);
  const taken = await control.selectFrom('live_sources').select(['slug', 'removed_at']).where('slug', '=', slug).executeTakeFirst();
  if (taken !== undefined && taken.removed_at === null) throw new ClienteleError('source.exists', { source: slug });
  // One that was removed and comes again goes on where it was: its records carry the same slug.
  if (taken !== undefined) await control.deleteFrom('live_sources').where('slug', '=', slug).execute();
  await control
    .insertInto('live_sources')
    .values({
      slug,
      type,
      name,
      settings: JSON.stringify(settings),
      secrets: JSON.stringify(filledSecrets(secrets)),
      created_at: formatInstant(effects.now()),
      created_by: author,
      last_seen_at: null,
      disabled_at: null,
      removed_at: null,
    })
    .execute();
  await addKey(world, slug);
  return getSource(world, slug);
}

async function freeSlug({ control }: World, wanted: string): Promise<string> {
  const rows = await control.selectFrom('live_sources').select('slug').where('removed_at', 'is', null).execute();
  const taken = new Set(rows.map(({ slug }) => slug));
  for (let count = 1; ; count += 1) {
    const slug = count === 1 ? wanted : `${wanted}-${count}`;
    if (!taken.has(slug)) return slug;
  }
}

/** Settings are replaced as a whole; a secret that is left out stays, an empty one goes. Throws `source.unknown`, `source.setting`. */
export async function changeSource(world: World, slug: string, change: LiveSourceChange): Promise<LiveSource> {
  const { control, effects } = world;
  const row = await readSource(control, slug);
  const before = knownSource(row);
  const settings = change.settings ?? before.settings;
  const secrets = filledSecrets({ ...before.secrets, ...change.secrets });
  checkSettings(before.type, settings, secrets);
  await control
    .updateTable('live_sources')
    .set({
      name: change.name ?? row.name,
      settings: JSON.stringify(settings),
      secrets: JSON.stringify(secrets),
      disabled_at: change.disabled === undefined ? row.disabled_at : change.disabled ? (row.disabled_at ?? formatInstant(effects.now())) : null,
    })
    .where('slug', '=', slug)
    .execute();
  return getSource(world, slug);
}

/** Takes its keys and secrets; what it sent stays. Throws `source.unknown`. */
export async function removeSource({ control, effects }: World, slug: string): Promise<void> {
  await readSource(control, slug);
  await control.deleteFrom('live_source_keys').where('source', '=', slug).execute();
  await control
    .updateTable('live_sources')
    .set({ removed_at: formatInstant(effects.now()), secrets: '{}' })
    .where('slug', '=', slug)
    .execute();
}

const filledSecrets = (secrets: LiveSourceSecrets): LiveSourceSecrets =>
  Object.fromEntries(Object.entries(secrets).filter(([, value]) => value !== undefined && value !== ''));

async function shown({ control, effects }: World, row: LiveSourceRow, collector?: Collector): Promise<LiveSource> {
  const { slug, type, name, settings, secrets, disabled } = knownSource(row);
  const since = instant(effects.now() - day);
  const counted = await control
    .selectFrom('live_source_hours')
    .select((select) => [select.fn.sum<number>('received').as('received'), select.fn.sum<number>('refused').as('refused')])
    .where('source', '=', slug)
    .where(inTime('hour'), '>=', since)
    .executeTakeFirst();
  return {
    slug,
    type,
    name,
    settings: settings satisfies LiveSourceSettings,
    secrets: (['signing', 'password'] as const).filter((secret) => secrets[secret] !== undefined),
    disabled,
    created_at: row.created_at,
    created_by: row.created_by,
    last_seen_at: row.last_seen_at,
    received_day: counted?.received ?? 0,
    refused_day: counted?.refused ?? 0,
    quarantined: (await collector?.quarantine?.counts())?.get(slug) ?? 0,
    connection: collector?.subscriptions.stateOf(slug) ?? null,
  };
}
