import { ClienteleError } from '../core/index.ts';
import { describe } from '../language/index.ts';
import {
  clearList,
  createSegment,
  deleteSegment,
  editSegment,
  evaluateSegments,
  excludeFromSegment,
  freezeSegment,
  includeInSegment,
  type ListedIdentifier,
  listSegments,
  readSegment,
  restoreVersion,
  thawSegment,
  usersOf,
} from '../segments/index.ts';
import { type AsOf, resolveAsOf } from './as-of.ts';
import { checkedCondition } from './conditions.ts';
import { currentSegments } from './current.ts';
import { definitionContext } from './definition-context.ts';
import { listedIdentifier, namedMembers } from './listed-identifier.ts';
import { momentFor } from './moment.ts';
import type { App } from './open.ts';
import { ensureRefreshed } from './ensure-refreshed.ts';
import { evaluateChanged } from './evaluate-changed.ts';
import { listsOf } from './segment-inputs.ts';
import { vocabularyOf } from './vocabulary.ts';

export type NewSegmentRequest = {
  readonly name: string;
  readonly text: string;
  readonly folder: string | undefined;
  readonly slug: string | undefined;
  readonly note: string | undefined;
  readonly author: string | undefined;
  readonly asOf: string | undefined;
};

/** Saves a new segment and evaluates it. */
export async function createSegmentFrom(app: App, { name, text, folder, slug, note, author, asOf }: NewSegmentRequest) {
  const at = await resolveAsOf(app, asOf);
  await ensureRefreshed(app, at);
  const vocabulary = await vocabularyOf(app);
  const { tree } = checkedCondition(text, vocabulary);
  const saved = await createSegment(await definitionContext(app, author, vocabulary), {
    name,
    text,
    ...(folder === undefined ? {} : { folder }),
    ...(slug === undefined ? {} : { slug }),
    ...(note === undefined ? {} : { note }),
  });
  await evaluateChanged(app, at, [saved.segment.slug]);
  const current = await currentSegments(app, at, [saved.segment.slug]);
  return {
    slug: saved.segment.slug,
    name: saved.segment.name,
    text: saved.segment.text,
    sentence: describe(tree, vocabulary),
    members: current.segments.get(saved.segment.slug)?.members?.length ?? null,
    warnings: saved.warnings.map(({ message }) => message),
  };
}

export type EditRequest = {
  readonly text: string | undefined;
  readonly name: string | undefined;
  readonly folder: string | undefined;
  readonly note: string | undefined;
  readonly author: string | undefined;
  readonly restore: number | undefined;
  /** Customers by any identifier or profile number. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly unlist: readonly string[];
  readonly freeze: boolean;
  readonly thaw: boolean;
  readonly dryRun: boolean;
  /** The members are worked out by `backfillSegment`, later. */
  readonly later?: boolean;
  readonly asOf: string | undefined;
};

export type EditOutcome = {
  readonly slug: string;
  readonly sentence: string;
  readonly text: string;
  readonly members: number | null;
  readonly entered: number;
  readonly left: number;
  readonly used_by: readonly string[];
};

/** Changes a segment and says who enters and who leaves by it; a dry run only says so. */
export async function editSegmentWith(app: App, slugOrName: string, request: EditRequest): Promise<EditOutcome> {
  const at = await resolveAsOf(app, request.asOf);
  const { slug } = await readSegment(app.control, slugOrName);
  const before = (await currentSegments(request.later === true ? { ...app, still: true } : app, at, [slug])).segments.get(slug)?.members ?? new Uint32Array();
  const customers = await listChanges(app, request);
  if (request.dryRun) return dryRun(app, slug, request, before, at);
  // Those that refer to it by the name of before can not any more.
  const users = request.name === undefined ? [] : usersOf(slug, await listSegments(app.control)).all;
  const context = await definitionContext(app, request.author);
  if (request.restore !== undefined) await restoreVersion(context, slug, request.restore);
  const edit = Object.fromEntries(
    Object.entries({ text: request.text, name: request.name, folder: request.folder, note: request.note }).filter(([, value]) => value !== undefined),
  );
  const saved = await editSegment(context, slug, edit);
  if (customers.include.length > 0) await includeInSegment(context, slug, customers.include);
  if (customers.exclude.length > 0) await excludeFromSegment(context, slug, customers.exclude);
  if (customers.unlist.length > 0) await clearList(context, slug, customers.unlist);
  if (request.freeze) await freezeSegment(context, slug, await namedMembers(app, before));
  if (request.thaw) await thawSegment(context, slug);
  if (request.later !== true) await evaluateChanged(app, at, [slug, ...users]);
  const after = request.later === true ? before : ((await currentSegments(app, at, [slug])).segments.get(slug)?.members ?? null);
  const vocabulary = await vocabularyOf(app);
  return {
    slug,
    text: saved.segment.text,
    sentence: describe(checkedCondition(saved.segment.text, vocabulary).tree, vocabulary),
    members: after?.length ?? null,
    ...difference(before, after ?? before),
    used_by: saved.usedBy,
  };
}

type Edited = EditOutcome & { readonly version: number };

/** Changes a segment. `ifVersion`: refused where it is no longer of that version. */
export async function editSegmentNow(app: App, slugOrName: string, request: EditRequest, ifVersion: string | undefined): Promise<Edited> {
  const { version } = await readSegment(app.control, slugOrName);
  if (ifVersion !== undefined && ifVersion !== String(version)) throw new ClienteleError('request.stale', {}, { version });
  const changed = await editSegmentWith(app, slugOrName, request);
  return { ...changed, version: (await readSegment(app.control, changed.slug)).version };
}

/** The same, and leaves its members as they are, for `backfillSegment` to work out. */
export const editSegmentLater = (app: App, slugOrName: string, request: EditRequest, ifVersion: string | undefined): Promise<Edited> =>
  editSegmentNow(app, slugOrName, { ...request, later: true }, ifVersion);

async function dryRun(app: App, slug: string, request: EditRequest, before: Uint32Array, at: AsOf): Promise<EditOutcome> {
  const vocabulary = await vocabularyOf(app);
  const text = request.text ?? (await readSegment(app.control, slug)).text;
  const { tree } = checkedCondition(text, vocabulary);
  const [evaluation] = await evaluateSegments(app.warehouse, [{ slug, tree }], await momentFor(app, at, [tree], vocabulary), await listsOf(app));
  if (evaluation?.status !== 'ok')
    throw new ClienteleError('segment.syntax', { detail: evaluation?.reason ?? 'The definition can not be computed.', hint: '' });
  return { slug, text, sentence: describe(tree, vocabulary), members: evaluation.count, ...difference(before, evaluation.members()), used_by: [] };
}

async function listChanges(
  app: App,
  { include, exclude, unlist }: EditRequest,
): Promise<{ readonly [K in 'include' | 'exclude' | 'unlist']: readonly ListedIdentifier[] }> {
  const named = async (customers: readonly string[]): Promise<readonly ListedIdentifier[]> =>
    Promise.all(customers.map((customer) => listedIdentifier(app, customer)));
  return { include: await named(include), exclude: await named(exclude), unlist: await named(unlist) };
}

function difference(before: Uint32Array, after: Uint32Array): { readonly entered: number; readonly left: number } {
  const was = new Set(before);
  const is = new Set(after);
  return { entered: after.filter((profile) => !was.has(profile)).length, left: before.filter((profile) => !is.has(profile)).length };
}

/** Deletes a segment that no other uses. */
export async function deleteSegmentBySlug(app: App, slugOrName: string): Promise<{ readonly slug: string; readonly name: string }> {
  const { slug, name } = await deleteSegment({ control: app.control, effects: app.effects }, slugOrName);
  return { slug, name };
}
