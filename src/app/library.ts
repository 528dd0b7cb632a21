import { ClienteleError } from '../core/index.ts';
import type { Vocabulary } from '../language/index.ts';
import { createSegment, type DefinitionContext, editSegment, instantiateLibrary, listSegments, type ReadySegment } from '../segments/index.ts';
import type { AsOf } from './as-of.ts';
import { definitionContext } from './definition-context.ts';
import type { App } from './open.ts';

/** The author of ready segments: one that a person edited is no longer by this author, and theirs. */
const author = 'Clientele';

/**
 * Brings the ready segments in line with what the data supports now: new ones are made, limits that follow the data are
 * adjusted. One that a person edited stays as it is; one that was deleted stays deleted.
 */
export async function syncLibrary(app: App, vocabulary: Vocabulary, asOf: AsOf): Promise<void> {
  const ready = await instantiateLibrary(app.warehouse, vocabulary, asOf.at);
  const context = await definitionContext(app, author, vocabulary);
  await app.control.transaction().execute(async (control) => {
    const present = new Map((await listSegments(control)).map((segment) => [segment.slug, segment]));
    const deleted = new Set((await listSegments(control, { deleted: true })).map(({ slug }) => slug));
    for (const segment of ready) {
      const known = present.get(segment.slug);
      if (known === undefined && !deleted.has(segment.slug)) await createUnlessTaken({ ...context, control }, segment);
      else if (known?.origin === 'built-in' && known.author === author && known.text !== segment.text)
        await editSegment({ ...context, control }, segment.slug, { text: segment.text, note: segment.note });
    }
  });
}

/** Where a person's own segment has the name already, theirs stands. */
async function createUnlessTaken(context: DefinitionContext, { slug, name, folder, text, note }: ReadySegment): Promise<void> {
  try {
    await createSegment(context, { slug, name, folder, text, note, origin: 'built-in' });
  } catch (error) {
    if (!(error instanceof ClienteleError && error.code === 'segment.exists')) throw error;
  }
}
