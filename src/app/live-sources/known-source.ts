import type { LiveSourceSecrets, LiveSourceSettings, LiveSourceType } from '../../contract/index.ts';
import type { Control, LiveSourceRow } from '../../control/index.ts';
import { ClienteleError } from '../../core/index.ts';

/** A live source as whoever receives for it needs it. */
export type KnownSource = {
  readonly slug: string;
  readonly type: LiveSourceType;
  readonly name: string;
  readonly settings: LiveSourceSettings;
  readonly secrets: LiveSourceSecrets;
  readonly disabled: boolean;
};

export const knownSource = (row: LiveSourceRow): KnownSource => ({
  slug: row.slug,
  type: row.type as LiveSourceType,
  name: row.name,
  settings: JSON.parse(row.settings) as LiveSourceSettings,
  secrets: JSON.parse(row.secrets) as LiveSourceSecrets,
  disabled: row.disabled_at !== null,
});

/** Throws `source.unknown`. */
export async function readSource(control: Control, slug: string): Promise<LiveSourceRow> {
  const row = await control.selectFrom('live_sources').selectAll().where('slug', '=', slug).where('removed_at', 'is', null).executeTakeFirst();
  if (row === undefined) throw new ClienteleError('source.unknown', { source: slug });
  return row;
}
