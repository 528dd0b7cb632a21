import { ClienteleError, slugify } from '../../core/index.ts';
import { checkText, definitionError, type Diagnostic } from '../../language/index.ts';
import { currentVocabulary, type DefinitionContext, inTransaction } from './context.ts';
import { listSegments, readSegment } from './read.ts';
import type { DefinedSegment } from './defined-segment.ts';
import { usersOf } from './users.ts';
import { insertSegment } from './write.ts';

export type NewSegment = {
  readonly name: string;
  /** The definition. */
  readonly text: string;
  /** Made from the name when absent; never changes afterwards. */
  readonly slug?: string;
  readonly folder?: string;
  readonly note?: string;
  readonly origin?: DefinedSegment['origin'];
};

export type SavedSegment = {
  readonly segment: DefinedSegment;
  readonly warnings: readonly Diagnostic[];
  /** Slugs of the segments whose members may change with it. */
  readonly usedBy: readonly string[];
};

/** Saves a new segment. Throws `segment.syntax` or `segment.cycle` with diagnostics, and `segment.exists`. */
export const createSegment = (context: DefinitionContext, segment: NewSegment): Promise<SavedSegment> =>
  inTransaction(context, (inside) => create(inside, segment));

async function create(context: DefinitionContext, { name, text, slug: wanted, folder = '', note = '', origin = 'user' }: NewSegment): Promise<SavedSegment> {
  const { control, vocabulary } = context;
  const slug = slugify(wanted ?? name);
  await refuseTakenName(context, name, slug);
  const checked = checkText(text, await currentVocabulary(control, vocabulary), { self: slug });
  if (!checked.ok) throw definitionError(checked.error);
  await insertSegment(context, slug, origin, { name: name.trim(), folder: folder.trim(), text: checked.value.text, note });
  // A segment of this name may have existed before and still be spoken of.
  return { segment: await readSegment(control, slug), warnings: checked.value.warnings, usedBy: usersOf(slug, await listSegments(control)).all };
}

/**
 * Saves many at once, with one look at what there is. Their texts are canonical and checked, and speak of no segment. One whose name
 * or slug is taken is left out.
 */
export const createReadySegments = (context: DefinitionContext, segments: readonly Required<NewSegment>[]): Promise<void> =>
  inTransaction(context, async (inside) => {
    const present = await listSegments(inside.control);
    const [slugs, names] = [new Set(present.map(({ slug }) => slug)), new Set(present.map(({ name }) => slugify(name)))];
    for (const { slug, origin, ...content } of segments) {
      if (slugs.has(slug) || names.has(slugify(content.name))) continue;
      slugs.add(slug);
      names.add(slugify(content.name));
      await insertSegment(inside, slug, origin, content);
    }
  });

/** Names and slugs are unique, letter case aside, so that `in segment "…"` has one meaning. `except` is the segment being renamed. */
export async function refuseTakenName(context: Pick<DefinitionContext, 'control'>, name: string, slug: string, except?: string): Promise<void> {
  if (name.trim() === '')
    throw new ClienteleError('segment.syntax', { detail: 'A segment needs a name.', hint: 'Give one that says who is in it: "Slipping regulars".' });
  const taken = (await listSegments(context.control)).find((other) => other.id !== except && (other.slug === slug || slugify(other.name) === slugify(name)));
  if (taken !== undefined) throw new ClienteleError('segment.exists', { name: taken.name, slug: taken.slug });
}
