import type { Workspace } from '../../core/index.ts';
import type { AttributeWord, Vocabulary } from '../../language/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { featureWords } from './feature-words.ts';
import { keptObservations } from './keep.ts';
import { observe } from './observe.ts';
import { predictedWords } from './predicted-words.ts';
import { standardWords, traitWords } from './trait-words.ts';

export type VocabularyRequest = { readonly workspace: Workspace; readonly segments: Vocabulary['segments'] };

/** What a segment may speak of in this workspace: every feature, every trait with data, the events and properties seen. */
export async function readVocabulary(warehouse: Warehouse, { workspace, segments }: VocabularyRequest): Promise<Vocabulary> {
  const { traits, events, eventCounts, eventProperties, recorded } = (await keptObservations(warehouse)) ?? (await observe(warehouse));
  const features = [...featureWords(workspace.currency), ...(await predictedWords(warehouse))];
  const words = [...traitWords(traits, features, workspace.currency), ...features];
  return {
    attributes: new Map<string, AttributeWord>(words.map((word) => [word.name, word])),
    events,
    ...(eventCounts === undefined ? {} : { eventCounts: new Map(events.map((name, index) => [name, eventCounts[index] ?? 0])) }),
    eventProperties: new Map(eventProperties),
    ...(recorded === undefined ? {} : { recorded: new Map(recorded) }),
    segments,
    currency: workspace.currency,
    standardWords,
  };
}
