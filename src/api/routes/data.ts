import { z } from 'zod';
import { columnMasker, maskText } from '../../access/index.ts';
import { catalogue, doctor, factTextsOf, quality, towns, type TownsRequest, vocabulary } from '../../app/index.ts';
import { catalogueSchema, qualityReportSchema, townSchema, vocabularySchema } from '../../contract/schemas.ts';
import type { Context } from '../context.ts';
import { route, type Route } from '../route.ts';
import { administrator, asOf, reader } from './common.ts';

/** How good the data is, and what a definition may speak of. */
export const dataRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/quality',
    tag: 'data',
    summary: 'How far the data can be trusted: each figure with its rule, the rows behind it and what to do',
    policy: reader,
    query: z.object({ source: z.string().optional(), as_of: asOf }),
    answers: qualityReportSchema,
    handle: async ({ desk, personalData }, { query }) => {
      const report = await desk.readKept(`quality ${query.source ?? ''} ${query.as_of ?? ''}`, (app) =>
        quality(app, { asOf: query.as_of, source: query.source }),
      );
      if (personalData) return report;
      const figures = report.figures.map((figure) => ({
        ...figure,
        sample: figure.sample.map((each) => ({ ...each, id: maskText(each.id), detail: maskText(each.detail) })),
      }));
      return { ...report, figures };
    },
  }),
  route({
    method: 'GET',
    path: '/vocabulary',
    tag: 'data',
    summary: 'Every word that a definition may use here: traits, features, events and segments, with known values',
    policy: reader,
    answers: vocabularySchema,
    handle: async ({ desk, personalData }) => {
      const words = await desk.readKept('vocabulary', (app) => vocabulary(app));
      if (personalData) return words;
      return {
        ...words,
        attributes: words.attributes.map((word) =>
          word.values === undefined ? word : { ...word, values: word.values.map((value) => String(columnMasker(word.name)(value))) },
        ),
      };
    },
  }),
  route({
    method: 'GET',
    path: '/towns',
    tag: 'data',
    summary: 'Towns by how their names begin, in the shop’s country and its customers’: where they lie, for a condition `within … km of`',
    policy: reader,
    query: z.object({ name: z.string().trim().min(1).max(100) }),
    answers: z.object({ items: z.array(townSchema).readonly() }),
    handle: async ({ desk }, { query: { name } }) => ({ items: await townsOf(desk, name) }),
  }),
  route({
    method: 'GET',
    path: '/towns/at',
    tag: 'data',
    summary: 'The town that a condition `within … km of` was made by choosing; null where its place is no town’s',
    policy: reader,
    query: z.object({ latitude: z.coerce.number().min(-90).max(90), longitude: z.coerce.number().min(-180).max(180) }),
    answers: z.object({ town: townSchema.nullable() }),
    handle: async ({ desk }, { query }) => ({ town: (await townsOf(desk, query))[0] ?? null }),
  }),
  route({
    method: 'GET',
    path: '/vocabulary/values',
    tag: 'data',
    summary: 'What a text field of orders, lines, feedback or an event holds, the most frequent first: to choose from in a condition',
    policy: reader,
    query: z.object({
      of: z.enum(['orders', 'items', 'returns', 'reviews', 'tickets', 'surveys', 'event']),
      event: z.string().max(200).exactOptional().meta({ description: 'The event’s name, where `of` is `event`' }),
      field: z.string().min(1).max(200),
    }),
    answers: z.object({ items: z.array(z.string()) }),
    handle: async ({ desk, personalData }, { query: { of, event = '', field } }) => {
      const source = of === 'event' ? { kind: of, name: event } : { kind: of };
      const values = await desk.readKept(`values ${JSON.stringify([source, field])}`, (app) => factTextsOf(app, source, field), 'facts');
      return { items: personalData ? [...values] : values.map((value) => String(columnMasker(field)(value))) };
    },
  }),
  route({
    method: 'GET',
    path: '/catalogue',
    tag: 'data',
    summary: 'Every trait and event there is data for: where it comes from, how full it is, which segments speak of it',
    policy: reader,
    answers: catalogueSchema,
    handle: async ({ desk, personalData }) => {
      const found = await desk.readKept('catalogue', (app) => catalogue(app));
      if (personalData) return found;
      return {
        ...found,
        traits: found.traits.map((trait) => ({ ...trait, examples: trait.examples.map((value) => String(columnMasker(trait.name)(value))) })),
      };
    },
  }),
  route({
    method: 'GET',
    path: '/doctor',
    tag: 'data',
    summary: 'How the machine and the workspace stand',
    policy: administrator,
    answers: z.object({ items: z.array(z.object({ check: z.string(), status: z.enum(['ok', 'warning', 'problem']), detail: z.string(), fix: z.string() })) }),
    handle: async ({ read }) => ({ items: [...(await read((app) => doctor(app)))] }),
  }),
];

async function townsOf(desk: Context['desk'], of: TownsRequest['of']): ReturnType<typeof towns> {
  const words = await desk.readKept('vocabulary', (app) => vocabulary(app));
  return towns(desk.app, { of, attributes: new Map(words.attributes.map((word) => [word.name, word])) });
}
