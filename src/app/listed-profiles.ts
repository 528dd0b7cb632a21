import type { ListedIdentifier } from '../segments/index.ts';
import { sql } from '../sql/index.ts';
import type { App } from './open.ts';

/** Whom the manual lists of a segment name today, and the entries that name nobody. */
export type ListedProfiles = { readonly include: readonly number[]; readonly exclude: readonly number[]; readonly nobody: readonly ListedIdentifier[] };
type Entry = ListedIdentifier & { readonly mode: 'include' | 'exclude' };
type Found = Entry & { readonly slug: string; readonly profile: number | null };

/** Lists by slug, as profile numbers of today: identifiers point at whoever they belong to now. */
export async function listedProfiles(app: App, lists: ReadonlyMap<string, readonly Entry[]>): Promise<ReadonlyMap<string, ListedProfiles>> {
  const rows = [...lists].flatMap(([slug, entries]) => entries.map(({ namespace, value, mode }) => [slug, namespace, value, mode] as const));
  if (rows.length === 0) return new Map();
  const columns = ['slug', 'namespace', 'value', 'mode'].map((name) => ({ name, type: 'VARCHAR' }) as const);
  await app.warehouse.load('listed', columns, rows);
  const found = await app.warehouse.rows<Found>(sql`
    select l.slug, l.namespace, l.value, l.mode, i.profile from listed l left join identifiers i using (namespace, value)
    order by l.slug, i.profile, l.namespace, l.value`);
  await app.warehouse.run(sql`drop table listed`);
  return new Map([...Map.groupBy(found, ({ slug }) => slug)].map(([slug, entries]) => [slug, byMode(entries)]));
}

const byMode = (entries: readonly Found[]): ListedProfiles => ({
  include: profilesOf(entries, 'include'),
  exclude: profilesOf(entries, 'exclude'),
  nobody: entries.filter(({ profile }) => profile === null).map(({ namespace, value }) => ({ namespace, value })),
});

const profilesOf = (entries: readonly Found[], mode: Entry['mode']): readonly number[] => [
  ...new Set(entries.flatMap((own) => (own.mode === mode && own.profile !== null ? [own.profile] : []))),
];
