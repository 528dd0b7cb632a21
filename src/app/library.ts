import type { Vocabulary } from '../language/index.ts';
import { createReadySegments, editSegment, instantiateLibrary, listSegments } from '../segments/index.ts';
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
    const inside = { ...context, control };
    const absent = ready.filter(({ slug }) => !present.has(slug) && !deleted.has(slug));
    // Where a person's own segment has the name already, theirs stands.
    await createReadySegments(
      inside,
      absent.map((segment) => ({ ...segment, origin: 'built-in' })),
    );
    for (const segment of ready) {
      const known = present.get(segment.slug);
      if (known?.origin === 'built-in' && known.author === author && known.text !== segment.text)
        await editSegment(inside, segment.slug, { text: segment.text, note: segment.note });
    }
  });
}
