import { type Lists, listSegments, readAllLists, type SegmentInput } from '../segments/index.ts';
import { listedProfiles } from './listed-profiles.ts';
import type { App } from './open.ts';
import { vocabularyOf } from './vocabulary.ts';

export type SegmentInputs = {
  readonly inputs: readonly SegmentInput[];
  readonly versions: ReadonlyMap<string, number>;
  /** How often the manual lists of each had been changed when they were read. */
  readonly listsVersions: ReadonlyMap<string, number>;
};

/** Every segment as the evaluation takes it: definition, and the manual lists as profile numbers of today; and the hidden conditions of slots. */
export async function segmentInputs(app: App): Promise<SegmentInputs> {
  const segments = await listSegments(app.control);
  const listed = await listedProfiles(app, await readAllLists(app.control));
  const hidden = await hiddenInputs(app);
  return {
    inputs: [
      ...segments.map(({ slug, text, mode }) => {
        const { include = [], exclude = [] } = listed.get(slug) ?? {};
        return mode === 'static' ? { slug, text, static: include } : { slug, text, include, exclude };
      }),
      ...hidden,
    ],
    listsVersions: new Map(segments.map(({ slug, listsVersion }) => [slug, listsVersion])),
    versions: new Map([...segments.map(({ slug, version }): [string, number] => [slug, version]), ...hidden.map(({ slug }): [string, number] => [slug, 1])]),
  };
}

/** What the rules of published slots ask about customers is kept like segments, under slugs made from the text, so it never changes. */
async function hiddenInputs(app: App): Promise<readonly SegmentInput[]> {
  const slots = await app.control.selectFrom('slots').select('id').where('published', 'is not', null).where('deleted_at', 'is', null).limit(1).execute();
  if (slots.length === 0) return [];
  // Loaded where there are slots alone: most commands have none to wait for.
  const { conditionsOfSlots } = await import('../activate/index.ts');
  return conditionsOfSlots(app.control, await vocabularyOf(app));
}

/** Manual lists and frozen members by slug, for conditions that refer to other segments. */
export async function listsOf(app: App): Promise<Lists> {
  return new Map((await segmentInputs(app)).inputs.map((input) => [input.slug, input]));
}
