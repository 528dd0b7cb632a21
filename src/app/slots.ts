import {
  applySlots,
  checkSlot,
  createSlot,
  deleteSlot,
  discardSlotDraft,
  editSlot,
  exportSlots,
  inForce,
  listSlots,
  publishSlot,
  readSlot,
  restoreSlotVersion,
  ruleSentence,
  type SlotContext,
  type SlotEdit,
  type SlotFileReport,
  slotVersions,
  type StoredSlot,
  unpublishSlot,
} from '../activate/index.ts';
import type { Slot, SlotDefinition, SlotSummary } from '../contract/index.ts';
import { basename } from 'node:path';
import type { Vocabulary } from '../language/index.ts';
import { evaluateSegments, isHidden, storedHidden, storeEvaluations } from '../segments/index.ts';
import { counter } from '../warehouse/index.ts';
import { resolveAsOf } from './as-of.ts';
import { userName } from './definition-context.ts';
import { momentFor } from './moment.ts';
import type { App } from './open.ts';
import { readTextFile } from './read-text-file.ts';
import { segmentInputs } from './segment-inputs.ts';
import { vocabularyOf } from './vocabulary.ts';
import { writeTextFile } from './write-text-file.ts';

/** Every slot with what stands there now. */
export async function slotSummaries(app: App): Promise<readonly SlotSummary[]> {
  const at = app.effects.now();
  return (await listSlots(app.control)).map(({ slug, name, published, draft, updated_at }) => {
    const definition = published?.definition ?? draft?.definition;
    return {
      slug,
      name,
      status: published === null ? 'draft' : draft === null ? 'live' : 'changed',
      version: published?.version ?? null,
      rules: definition?.rules.length ?? 0,
      variants: definition === undefined ? [] : variantsOf(definition),
      open: published === null ? null : inForce(published.definition.schedule, at, app.workspace.zone),
      updated_at,
    };
  });
}

const variantsOf = ({ rules, default: otherwise }: SlotDefinition): readonly string[] => [
  ...new Set([...rules.map(({ variant }) => variant), otherwise.variant]),
];

/** One slot whole. @throws slot.unknown */
export const showSlot = async (app: App, slug: string): Promise<Slot> => view(app, await readSlot(app.control, slug), await vocabularyOf(app));

async function view(app: App, slot: StoredSlot, vocabulary: Vocabulary): Promise<Slot> {
  const { slug, name, revision, published, draft, created_at, updated_at } = slot;
  const written = draft?.definition ?? published?.definition;
  const checked = written === undefined ? undefined : checkSlot(written, vocabulary);
  const troubles = checked === undefined ? [] : checked.ok ? checked.value.warnings : checked.troubles;
  return {
    slug,
    name,
    revision,
    published,
    draft,
    sentences: (written?.rules ?? []).map(({ when, variant }) => ruleSentence(when, variant, vocabulary)),
    warnings: troubles.map(({ rule, severity, message, hint }) => ({ rule, severity, message, hint })),
    versions: (await slotVersions(app.control, slot.id)).map(({ version, note, author, at }) => ({ version, note, author, at })),
    created_at,
    updated_at,
  };
}

/** What may be done to a slot; `revision` is the one that is believed to be changed. */
export type SlotChange =
  | { readonly do: 'edit'; readonly edit: SlotEdit }
  | { readonly do: 'publish'; readonly note: string }
  | { readonly do: 'discard' }
  | { readonly do: 'unpublish' }
  | { readonly do: 'restore'; readonly version: number };

export async function makeSlot(
  app: App,
  wanted: { readonly name: string; readonly slug?: string; readonly definition?: SlotDefinition },
  author?: string,
): Promise<Slot> {
  const context = await slotContext(app, author);
  return view(app, await createSlot(context, wanted), context.vocabulary);
}

/** Changes a slot. What a newly published rule asks about customers is evaluated before this returns. */
export async function changeSlot(
  app: App,
  slug: string,
  change: SlotChange,
  request: { readonly author?: string | undefined; readonly revision?: number },
): Promise<Slot> {
  const context = await slotContext(app, request.author);
  const slot = await changed(context, slug, change, request.revision);
  if (change.do === 'publish') await evaluateHidden(app);
  return view(app, slot, context.vocabulary);
}

function changed(context: SlotContext, slug: string, change: SlotChange, revision: number | undefined): Promise<StoredSlot> {
  switch (change.do) {
    case 'edit':
      return editSlot(context, slug, change.edit, revision);
    case 'publish':
      return publishSlot(context, slug, change.note, revision);
    case 'discard':
      return discardSlotDraft(context, slug, revision);
    case 'unpublish':
      return unpublishSlot(context, slug, revision);
    case 'restore':
      return restoreSlotVersion(context, slug, change.version);
  }
}

export async function removeSlot(app: App, slug: string): Promise<void> {
  await deleteSlot(await slotContext(app), slug);
}

/** All definitions as one YAML text, written to a file where one is named. */
export async function exportAllSlots(app: App, file?: string): Promise<string> {
  const text = await exportSlots(app.control);
  if (file !== undefined) await writeTextFile(file, text);
  return text;
}

/** Makes the slots what a YAML file says, all or nothing. */
export async function applySlotFile(
  app: App,
  file: string,
  request: { readonly dryRun: boolean; readonly prune: boolean; readonly author: string | undefined },
): Promise<SlotFileReport> {
  const text = await readTextFile(file);
  return applySlotText(app, text, basename(file), request);
}

export async function applySlotText(
  app: App,
  text: string,
  file: string,
  { dryRun, prune, author }: { readonly dryRun: boolean; readonly prune: boolean; readonly author: string | undefined },
): Promise<SlotFileReport> {
  const report = await applySlots(await slotContext(app, author), text, { file, dryRun, prune });
  if (!dryRun) await evaluateHidden(app);
  return report;
}

const slotContext = async (app: App, author?: string): Promise<SlotContext> => ({
  control: app.control,
  vocabulary: await vocabularyOf(app),
  author: author ?? userName(),
  effects: app.effects,
});

/** The conditions of slots that have not been evaluated yet, alone: the segments are as they were. */
export async function evaluateHidden(app: App): Promise<void> {
  if ((await counter(app.warehouse, 'refreshed_version')) === 0) return;
  const stored = new Set(await storedHidden(app.warehouse));
  const { inputs, versions, listsVersions } = await segmentInputs(app);
  const missing = inputs.filter(({ slug }) => isHidden(slug) && !stored.has(slug));
  if (missing.length === 0) return;
  const lists = new Map(inputs.map((input) => [input.slug, input]));
  const asOf = await resolveAsOf({ ...app, still: true }, undefined);
  const evaluations = await evaluateSegments(app.warehouse, missing, await momentFor(app, asOf), lists);
  await storeEvaluations(app.warehouse, evaluations, { evaluatedAt: app.effects.now(), versions, listsVersions });
}
