import type { Control } from '../../control/index.ts';
import type { Instant } from '../../core/index.ts';
import { type KnownSource, knownSource } from './known-source.ts';
import { endOf } from './keys.ts';

/** Sources by key and by slug, in memory: every event asks. Whoever changes a source reloads it. */
export type Registry = {
  readonly ofKey: (key: string, now: Instant) => KnownSource | undefined;
  readonly of: (slug: string) => KnownSource | undefined;
  readonly all: () => readonly KnownSource[];
  readonly reload: () => Promise<void>;
};

export async function openRegistry(control: Control): Promise<Registry> {
  let sources = new Map<string, KnownSource>();
  let keys = new Map<string, { readonly source: string; readonly until: Instant }>();
  const reload = async (): Promise<void> => {
    const rows = await control.selectFrom('live_sources').selectAll().where('removed_at', 'is', null).execute();
    const keyRows = await control.selectFrom('live_source_keys').selectAll().execute();
    sources = new Map(rows.map((row) => [row.slug, knownSource(row)]));
    keys = new Map(keyRows.map((row) => [row.key, { source: row.source, until: endOf(row) }]));
  };
  await reload();
  return {
    ofKey: (key, now) => {
      const known = keys.get(key);
      return known === undefined || known.until <= now ? undefined : sources.get(known.source);
    },
    of: (slug) => sources.get(slug),
    all: () => [...sources.values()],
    reload,
  };
}
