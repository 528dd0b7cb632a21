import type { Vocabulary } from '../language/index.ts';
import { readVocabulary } from '../profiles/index.ts';
import { listSegments } from '../segments/index.ts';
import type { App } from './open.ts';

/** Everything a definition may speak of now: traits, features, events, and the other segments. */
export async function vocabularyOf(app: App): Promise<Vocabulary> {
  const segments = new Map((await listSegments(app.control)).map(({ slug, name, text }) => [slug, { name, text }]));
  return readVocabulary(app.warehouse, { workspace: app.workspace, segments });
}
