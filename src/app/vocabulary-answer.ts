import type { VocabularyAnswer } from '../contract/index.ts';
import type { App } from './open.ts';
import { vocabularyOf } from './vocabulary.ts';

/** The vocabulary as plain JSON, for whoever checks definitions elsewhere. */
export async function vocabulary(app: App): Promise<VocabularyAnswer> {
  const { attributes, events, eventProperties, recorded, segments, currency, standardWords } = await vocabularyOf(app);
  return {
    attributes: [...attributes.values()],
    events,
    event_properties: Object.fromEntries(eventProperties),
    recorded: Object.fromEntries(recorded ?? []),
    segments: [...segments].map(([slug, { name, text }]) => ({ slug, name, text })),
    currency,
    standard_words: Object.fromEntries(standardWords ?? []),
  };
}
