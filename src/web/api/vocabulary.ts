import { queryOptions } from '@tanstack/react-query';
import type { FactSource, Vocabulary } from '../../language/index.ts';
import { answer, client } from './client.ts';
import { key } from './keys.ts';
import type { paths } from './schema.ts';

type Answer = paths['/api/v1/vocabulary']['get']['responses'][200]['content']['application/json'];

/** The words that definitions may use here: the browser checks, completes and describes with them. */
export const vocabularyQuery = queryOptions({
  queryKey: key('segments', 'vocabulary'),
  queryFn: ({ signal }): Promise<Answer> => answer(client.GET('/api/v1/vocabulary', { signal })),
  select: vocabularyOf,
});

function vocabularyOf({ attributes, events, event_properties: properties, recorded, segments, currency, standard_words: standard }: Answer): Vocabulary {
  return {
    attributes: new Map(attributes.map((word) => [word.name, word])),
    events,
    eventProperties: new Map(Object.entries(properties)),
    recorded: new Map(Object.entries(recorded)),
    segments: new Map(segments.map(({ slug, name, text }) => [slug, { name, text }])),
    currency,
    standardWords: new Map(Object.entries(standard)),
  };
}

/** What a field of a kind of fact holds, to choose from. */
export const factValuesQuery = (source: FactSource, field: string) =>
  queryOptions({
    queryKey: key('segments', 'values', source, field),
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const query = { of: source.kind, field, ...(source.kind === 'event' ? { event: source.name } : {}) };
      return (await answer(client.GET('/api/v1/vocabulary/values', { params: { query }, signal }))).items;
    },
  });

/** Towns whose name begins so, with where they lie. */
export const townsQuery = (name: string) =>
  queryOptions({
    queryKey: key('library', 'towns', name),
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => (await answer(client.GET('/api/v1/towns', { params: { query: { name } }, signal }))).items,
  });

/** The town that lies exactly there: what was chosen before coordinates were all that was left of it. */
export const townAtQuery = ({ latitude, longitude }: { readonly latitude: number; readonly longitude: number }) =>
  queryOptions({
    queryKey: key('library', 'town', latitude, longitude),
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => (await answer(client.GET('/api/v1/towns/at', { params: { query: { latitude, longitude } }, signal }))).town,
  });
