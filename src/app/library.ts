import { day } from '../core/index.ts';
import type { Vocabulary } from '../language/index.ts';
import { createReadySegments, editSegment, instantiateLibrary, listSegments, movesLimit } from '../segments/index.ts';
import { type AsOf, newestFact } from './as-of.ts';
import { definitionContext } from './definition-context.ts';
import type { App } from './open.ts';

/** The author of ready segments: one that a person edited is no longer by this author, and theirs. */
export const author = 'Clientele';

/** A ready segment whose definition was adjusted: what it asked before and what it asks now. */
export type MovedLimit = { readonly slug: string; readonly name: string; readonly before: string; readonly after: string };

/**
 * Brings the ready segments in line with what the data supports now: new ones are made, limits that follow the data are
 * adjusted where they are off by more than a tenth, and told. One that a person edited stays as it is; one that was deleted stays deleted. What an import
 * brought being taken back makes no new ones: of what is left others would come first, and stay when the corrected file is there.
 */
export async function syncLibrary(app: App, vocabulary: Vocabulary, asOf: AsOf): Promise<readonly MovedLimit[]> {
  const ready = await instantiateLibrary(app.warehouse, vocabulary, asOf.at);
  const context = await definitionContext(app, author, vocabulary);
  const follows = await seesTheNewest(app, asOf);
  const makes = !(await wasTakenBack(app));
  return app.control.transaction().execute(async (control) => {
    const present = new Map((await listSegments(control)).map((segment) => [segment.slug, segment]));
    const deleted = new Set((await listSegments(control, { deleted: true })).map(({ slug }) => slug));
    const inside = { ...context, control };
    const absent = ready.filter(({ slug }) => makes && !present.has(slug) && !deleted.has(slug));
    // Where a person's own segment has the name already, theirs stands.
    await createReadySegments(
      inside,
      absent.map((segment) => ({ ...segment, origin: 'built-in' })),
    );
    const moved: MovedLimit[] = [];
    for (const { slug, text, note } of follows ? ready : []) {
      const known = present.get(slug);
      if (known?.origin !== 'built-in' || known.author !== author || !movesLimit(known.text, text)) continue;
      await editSegment(inside, slug, { text, note });
      moved.push({ slug, name: known.name, before: known.text, after: text });
    }
    return moved;
  });
}

/** Whoever looks at a moment of the past wants to see it, not to have today's segments bent to it. Facts may be a day ahead of the clock. */
async function seesTheNewest(app: App, { at }: AsOf): Promise<boolean> {
  const newest = await newestFact(app);
  return newest === null || newest <= at + day;
}

/** Whether the last that happened to the imports is that one was undone. */
async function wasTakenBack({ control }: App): Promise<boolean> {
  const imports = await control.selectFrom('imports').select(['status', 'finished_at']).where('finished_at', 'is not', null).execute();
  const [last] = imports.toSorted((a, b) => Date.parse(b.finished_at ?? '') - Date.parse(a.finished_at ?? ''));
  return last?.status === 'undone';
}
