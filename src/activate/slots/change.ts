import type { SlotDefinition } from '../../contract/index.ts';
import { ClienteleError, slugify } from '../../core/index.ts';
import { requireSlot } from './check.ts';
import { inTransaction, type SlotContext, timestamp } from './context.ts';
import { listSlots, readSlot, slotVersions, type StoredSlot } from './read.ts';

/** A slot as it begins: nothing but an empty default. */
export const emptyDefinition: SlotDefinition = Object.freeze<SlotDefinition>({
  rules: [],
  default: { variant: 'default', content: { type: 'text', value: '' } },
  schedule: null,
  browser: 'content',
});

/** Makes a slot with a draft; nothing is served before it is published. @throws slot.exists, slot.invalid */
export const createSlot = (
  context: SlotContext,
  wanted: { readonly name: string; readonly slug?: string; readonly definition?: SlotDefinition },
): Promise<StoredSlot> =>
  inTransaction(context, async (inside) => {
    const { control, vocabulary, author, effects } = inside;
    const slug = wanted.slug ?? plainSlug(wanted.name);
    if ((await listSlots(control)).some((slot) => slot.slug === slug)) throw new ClienteleError('slot.exists', { slug });
    const { definition } = requireSlot(wanted.definition ?? emptyDefinition, vocabulary);
    const at = timestamp(inside);
    const row = { name: wanted.name.trim(), revision: 1, published: null, draft: JSON.stringify(definition), draft_author: author, draft_at: at };
    await control
      .insertInto('slots')
      .values({ id: effects.randomId(), slug, ...row, created_at: at, updated_at: at, deleted_at: null })
      .execute();
    return readSlot(control, slug);
  });

/** Slugs stand in addresses and in pages, so they are plain letters. */
const plainSlug = (name: string): string =>
  slugify(name)
    .replaceAll(/[^a-z0-9-]/g, '')
    .slice(0, 80) || 'slot';

export type SlotEdit = { readonly name?: string; readonly definition?: SlotDefinition };

/** Renames a slot, or writes its draft. What is in force stays so. @throws slot.unknown, slot.invalid, request.stale */
export const editSlot = (context: SlotContext, slug: string, edit: SlotEdit, ifRevision?: number): Promise<StoredSlot> =>
  inTransaction(context, async (inside) => {
    const before = await expected(inside, slug, ifRevision);
    const drafted = edit.definition === undefined ? undefined : requireSlot(edit.definition, inside.vocabulary).definition;
    await write(inside, before, {
      ...(edit.name === undefined ? {} : { name: edit.name.trim() }),
      ...(drafted === undefined ? {} : { draft: JSON.stringify(drafted), draft_author: inside.author, draft_at: timestamp(inside) }),
    });
    return readSlot(inside.control, slug);
  });

/** Puts the draft in force as a new version. @throws slot.unpublished where there is none, slot.invalid where the words have gone meanwhile */
export const publishSlot = (context: SlotContext, slug: string, note: string, ifRevision?: number): Promise<StoredSlot> =>
  inTransaction(context, async (inside) => {
    const before = await expected(inside, slug, ifRevision);
    if (before.draft === null) throw new ClienteleError('slot.unpublished', { slug });
    await putInForce(inside, before, requireSlot(before.draft.definition, inside.vocabulary).definition, note);
    return readSlot(inside.control, slug);
  });

/** Throws the draft away; what is in force stays. */
export const discardSlotDraft = (context: SlotContext, slug: string, ifRevision?: number): Promise<StoredSlot> =>
  inTransaction(context, async (inside) => {
    const before = await expected(inside, slug, ifRevision);
    await write(inside, before, { draft: null, draft_author: null, draft_at: null });
    return readSlot(inside.control, slug);
  });

/** Stops serving a slot; its versions stay, and its definition becomes the draft where there is none. */
export const unpublishSlot = (context: SlotContext, slug: string, ifRevision?: number): Promise<StoredSlot> =>
  inTransaction(context, async (inside) => {
    const before = await expected(inside, slug, ifRevision);
    const draft = before.draft?.definition ?? before.published?.definition ?? emptyDefinition;
    await write(inside, before, { published: null, draft: JSON.stringify(draft), draft_author: inside.author, draft_at: timestamp(inside) });
    return readSlot(inside.control, slug);
  });

/** An earlier version becomes the draft, to be looked at and published. @throws slot.version-unknown */
export const restoreSlotVersion = (context: SlotContext, slug: string, version: number): Promise<StoredSlot> =>
  inTransaction(context, async (inside) => {
    const before = await readSlot(inside.control, slug);
    const wanted = (await slotVersions(inside.control, before.id)).find((one) => one.version === version);
    if (wanted === undefined) throw new ClienteleError('slot.version-unknown', { slug, version });
    await write(inside, before, { draft: JSON.stringify(wanted.definition), draft_author: inside.author, draft_at: timestamp(inside) });
    return readSlot(inside.control, slug);
  });

/** Takes a slot away; whoever asks for it gets nothing. */
export const deleteSlot = (context: SlotContext, slug: string): Promise<void> =>
  inTransaction(context, async (inside) => {
    const { id } = await readSlot(inside.control, slug);
    const at = timestamp(inside);
    await inside.control.updateTable('slots').set({ deleted_at: at, updated_at: at }).where('id', '=', id).execute();
  });

/** A definition that has been checked becomes the next version, and no draft is left. */
export async function putInForce(context: SlotContext, slot: StoredSlot, definition: SlotDefinition, note: string): Promise<void> {
  const version = ((await slotVersions(context.control, slot.id))[0]?.version ?? 0) + 1;
  const row = { slot: slot.id, version, definition: JSON.stringify(definition), note, author: context.author, at: timestamp(context) };
  await context.control.insertInto('slot_versions').values(row).execute();
  await write(context, slot, { published: version, draft: null, draft_author: null, draft_at: null });
}

async function expected({ control }: SlotContext, slug: string, revision: number | undefined): Promise<StoredSlot> {
  const slot = await readSlot(control, slug);
  if (revision !== undefined && revision !== slot.revision) throw new ClienteleError('request.stale', {}, { revision: slot.revision });
  return slot;
}

type Change = Partial<{ name: string; published: number | null; draft: string | null; draft_author: string | null; draft_at: string | null }>;

async function write(context: SlotContext, { id, revision }: StoredSlot, change: Change): Promise<void> {
  await context.control
    .updateTable('slots')
    .set({ ...change, revision: revision + 1, updated_at: timestamp(context) })
    .where('id', '=', id)
    .execute();
}
