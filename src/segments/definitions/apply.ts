import type { Control } from '../../control/index.ts';
import { type CheckedSegment, checkText, type Vocabulary } from '../../language/index.ts';
import { currentVocabulary, type DefinitionContext, inTransaction, timestamp } from './context.ts';
import type { FileSegment } from './file-shape.ts';
import { applyLists } from './apply-lists.ts';
import { type ApplyWarning, type Identify, identifyListed } from './identify-listed.ts';
import { listSegments, readSegment } from './read.ts';
import { brokenUsers, takenNames } from './file-troubles.ts';
import { fileError, type FileTrouble } from './file-error.ts';
import type { ReadFile } from './read-file.ts';
import type { DefinedSegment } from './defined-segment.ts';
import { insertSegment, updateSegment } from './write.ts';

export type ApplyOptions = Omit<DefinitionContext, 'control'> & {
  /** Says what would change and changes nothing: does it all and takes its transaction back, so not to be asked for inside another one. */
  readonly dryRun?: boolean;
  /** Deletes segments of the user's own that the file does not have. */
  readonly prune?: boolean;
  /** Named in errors. */
  readonly file?: string;
  /** Identifiers on lists as imports keep them, and whether anybody bears them; without it they are taken as they stand. */
  readonly identify?: Identify;
};

/** Slugs by what happened to them. */
export type ApplyReport = {
  readonly created: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  readonly deleted: readonly string[];
  /** Ready segments that need data which this workspace has not; the library makes them once it does. */
  readonly skipped: readonly string[];
  readonly warnings: readonly ApplyWarning[];
  /** Definitions that are made, changed or deleted: null where there was none before, or is none after. */
  readonly differences: readonly Difference[];
};

export type Difference = { readonly slug: string; readonly name: string; readonly before: string | null; readonly after: string | null };

/** Makes the store say what a file of `exportSegments` says, all of it or, where anything is wrong, nothing. Throws `segment.file` with positions. */
export async function applySegments(control: Control, text: string, options: ApplyOptions): Promise<ApplyReport> {
  const file = options.file ?? 'The file';
  // YAML and its schema are only loaded where a file is read.
  const { readSegmentFile } = await import('./read-file.ts');
  const { read, nobodys } = await identifyListed(readSegmentFile(text, file), options.identify);
  const context: DefinitionContext = { control, vocabulary: options.vocabulary, author: options.author, effects: options.effects };
  let report: ApplyReport | undefined;
  try {
    return await inTransaction(context, async (inside) => {
      const applied = await applyAll(inside, read, file, options.prune === true);
      report = { ...applied, warnings: [...applied.warnings, ...nobodys] };
      if (options.dryRun === true) throw new Rollback();
      return report;
    });
  } catch (error) {
    if (error instanceof Rollback && report !== undefined) return report;
    throw error;
  }
}

/** Takes the transaction of a dry run back. */
class Rollback extends Error {}

async function applyAll(context: DefinitionContext, read: ReadFile, file: string, prune: boolean): Promise<ApplyReport> {
  const { control } = context;
  const before = await listSegments(control);
  const kept = new Set(read.segments.map(({ slug }) => slug));
  const removed = before.filter(({ slug, origin }) => prune && origin === 'user' && !kept.has(slug));
  const remaining = before.filter((segment) => !removed.includes(segment));
  const troubles = [...takenNames(read, remaining)];
  const vocabulary = await futureVocabulary(context, read, removed);
  const checked = read.segments.map((segment, index) => checkDefinition(segment, index, read, vocabulary, troubles));
  troubles.push(
    ...brokenUsers(
      remaining.filter(({ slug }) => !kept.has(slug)),
      removed,
      vocabulary,
      read,
    ),
  );
  if (troubles.length > 0)
    throw fileError(
      file,
      troubles.sort((a, b) => a.line - b.line),
    );
  const at = timestamp(context);
  for (const { id } of removed) await control.updateTable('segments').set({ deleted_at: at, updated_at: at }).where('id', '=', id).execute();
  const existing = new Set(before.map(({ slug }) => slug));
  const done = { created: new Array<string>(), changed: new Array<string>(), unchanged: new Array<string>() };
  for (const [index, segment] of read.segments.entries()) {
    const definition = checked[index];
    if (definition !== undefined) done[await applyOne(context, segment, definition, existing.has(segment.slug))].push(segment.slug);
  }
  const skipped = read.segments.filter((_, index) => checked[index] === undefined).map(({ slug }) => slug);
  const warnings = checked.flatMap((one, index) => (one?.warnings ?? []).map((warning) => ({ ...warning, segment: read.segments[index]?.slug ?? '' })));
  const texts = new Map(before.map(({ slug, text }) => [slug, text]));
  const differences: readonly Difference[] = [
    ...read.segments.flatMap(({ slug, name }, index) => {
      const after = checked[index]?.text;
      const was = texts.get(slug) ?? null;
      return after === undefined || after === was ? [] : [{ slug, name, before: was, after }];
    }),
    ...removed.map(({ slug, name, text }) => ({ slug, name, before: text, after: null })),
  ];
  return { ...done, deleted: removed.map(({ slug }) => slug), skipped, warnings, differences };
}

/** The store's segments as they will be. */
async function futureVocabulary({ control, vocabulary }: DefinitionContext, read: ReadFile, removed: readonly DefinedSegment[]): Promise<Vocabulary> {
  const current = await currentVocabulary(control, vocabulary);
  const segments = new Map(current.segments);
  for (const { slug } of removed) segments.delete(slug);
  for (const { slug, name, definition } of read.segments) segments.set(slug, { name, text: definition });
  return { ...current, segments };
}

/** Undefined when it can not be used here: reported, or skipped for want of data. */
function checkDefinition(segment: FileSegment, index: number, read: ReadFile, vocabulary: Vocabulary, troubles: FileTrouble[]): CheckedSegment | undefined {
  const checked = checkText(segment.definition, vocabulary, { self: segment.slug });
  if (checked.ok) return checked.value;
  const errors = checked.error.filter(({ severity }) => severity === 'error');
  if (segment.origin === 'built-in' && errors.every(({ code }) => code === 'name.unknown')) return undefined;
  troubles.push(
    ...errors.map(({ code, message, hint, position }) => ({ ...read.placeInDefinition(index, position), segment: segment.slug, code, message, hint })),
  );
  return undefined;
}

async function applyOne(
  context: DefinitionContext,
  segment: FileSegment,
  { text }: CheckedSegment,
  exists: boolean,
): Promise<'created' | 'changed' | 'unchanged'> {
  const { slug, origin } = segment;
  const content = { name: segment.name, folder: segment.folder, note: segment.note, text };
  if (!exists) await insertSegment(context, slug, origin, content);
  const updated = exists && (await updateSegment(context, slug, content));
  const listed = await applyLists(context, await readSegment(context.control, slug), segment);
  return exists ? (updated || listed ? 'changed' : 'unchanged') : 'created';
}
