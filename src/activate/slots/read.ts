import type { SlotDefinition } from '../../contract/index.ts';
import type { Control, SlotRow } from '../../control/index.ts';
import { ClienteleError } from '../../core/index.ts';
import { nearest } from '../../language/index.ts';

export type SlotVersion = {
  readonly version: number;
  readonly definition: SlotDefinition;
  readonly note: string;
  readonly author: string;
  readonly at: string;
};

/** A slot as it is kept: what is in force, and what is being written. */
export type StoredSlot = Omit<SlotRow, 'published' | 'draft' | 'draft_author' | 'draft_at'> & {
  readonly published: SlotVersion | null;
  readonly draft: { readonly definition: SlotDefinition; readonly author: string; readonly at: string } | null;
};

/** All slots by slug. */
export async function listSlots(control: Control): Promise<readonly StoredSlot[]> {
  const rows = await control.selectFrom('slots').selectAll().where('deleted_at', 'is', null).orderBy('slug').execute();
  const versions = await control
    .selectFrom('slot_versions')
    .innerJoin('slots', (join) => join.onRef('slots.id', '=', 'slot_versions.slot').onRef('slots.published', '=', 'slot_versions.version'))
    .selectAll('slot_versions')
    .execute();
  const inForce = new Map(versions.map(({ slot, definition, ...version }) => [slot, { ...version, definition: JSON.parse(definition) as SlotDefinition }]));
  return rows.map(({ draft, draft_author, draft_at, ...row }) => ({
    ...row,
    published: inForce.get(row.id) ?? null,
    draft: draft === null ? null : { definition: JSON.parse(draft) as SlotDefinition, author: draft_author ?? '', at: draft_at ?? row.updated_at },
  }));
}

/** One slot. @throws slot.unknown with the nearest slugs */
export async function readSlot(control: Control, slug: string): Promise<StoredSlot> {
  const slots = await listSlots(control);
  const found = slots.find((slot) => slot.slug === slug);
  if (found !== undefined) return found;
  const near = nearest(
    slug,
    slots.map((slot) => slot.slug),
  );
  throw new ClienteleError('slot.unknown', { slug, hint: near.length === 0 ? 'See `clientele slots`.' : `Did you mean ${near.join(' or ')}?` });
}

/** Every version of a slot, newest first. */
export async function slotVersions(control: Control, id: string): Promise<readonly SlotVersion[]> {
  const rows = await control.selectFrom('slot_versions').selectAll().where('slot', '=', id).orderBy('version', 'desc').execute();
  return rows.map(({ version, definition, note, author, at }) => ({ version, definition: JSON.parse(definition) as SlotDefinition, note, author, at }));
}
