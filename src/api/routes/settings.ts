import { z } from 'zod';
import { featureSettingsImpact, lifecycle, lifecycleImpact, lifecycleSuggestion, saveFeatureSettings, saveLifecycle, showSettings } from '../../app/index.ts';
import {
  featureImpactSchema,
  featureSettingsSchema,
  lifecycleImpactSchema,
  lifecycleStageSchema,
  lifecycleSuggestionSchema,
  stageFiguresSchema,
} from '../../contract/schemas.ts';
import { route, type Route } from '../route.ts';
import { asOf, editor, reader } from './common.ts';

const tag = 'settings';

/** Lifecycle stages, RFM cut points and groups, value tiers. */
export const settingsRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/lifecycle',
    tag,
    summary: 'The stages in order, with who is in each',
    policy: reader,
    query: z.object({ as_of: asOf }),
    answers: z.object({ items: z.array(stageFiguresSchema) }),
    handle: async ({ desk }, { query }) => ({ items: [...(await desk.readKept(`lifecycle ${query.as_of ?? ''}`, (app) => lifecycle(app, query.as_of)))] }),
  }),
  route({
    method: 'GET',
    path: '/lifecycle/suggestion',
    tag,
    summary: 'Day limits that fit this shop’s own rhythm',
    policy: reader,
    query: z.object({ as_of: asOf }),
    answers: lifecycleSuggestionSchema,
    handle: ({ desk }, { query }) => desk.readKept(`lifecycle suggestion ${query.as_of ?? ''}`, (app) => lifecycleSuggestion(app, query.as_of)),
  }),
  route({
    method: 'POST',
    path: '/lifecycle/impact',
    tag,
    summary: 'Who would stand in which stage with these (none: the default ones), and from where they come. Changes nothing',
    policy: reader,
    body: z.object({ stages: z.array(lifecycleStageSchema).min(1).nullable() }),
    answers: lifecycleImpactSchema,
    handle: ({ read }, { body }) => read((app) => lifecycleImpact(app, body.stages)),
  }),
  route({
    method: 'PUT',
    path: '/lifecycle',
    tag,
    summary: 'Set the stages (none: the default ones) and compute everything with them',
    policy: editor,
    body: z.object({ stages: z.array(lifecycleStageSchema).nullable() }),
    answers: z.object({ items: z.array(stageFiguresSchema) }),
    handle: ({ write }, { body }) =>
      write(async (app) => {
        await saveLifecycle(app, body.stages, undefined);
        return { items: [...(await lifecycle(app, undefined))] };
      }),
  }),
  route({
    method: 'GET',
    path: '/settings/features',
    tag,
    summary: 'RFM cut points and groups, shares of the value tiers',
    policy: reader,
    answers: featureSettingsSchema,
    handle: async ({ read }) => (await read((app) => showSettings(app))).settings as z.infer<typeof featureSettingsSchema>,
  }),
  route({
    method: 'POST',
    path: '/settings/features/impact',
    tag,
    summary: 'Who would stand in which RFM group and value tier with these, and from where they come. Changes nothing',
    policy: reader,
    body: z.union([z.object({ reset: z.literal(true) }), featureSettingsSchema]),
    answers: featureImpactSchema,
    handle: ({ read }, { body }) => read((app) => featureSettingsImpact(app, 'reset' in body ? {} : body)),
  }),
  route({
    method: 'PUT',
    path: '/settings/features',
    tag,
    summary: 'Set them, or with `reset` take the documented ones, and compute everything with them',
    policy: editor,
    body: z.union([z.object({ reset: z.literal(true) }), featureSettingsSchema]),
    answers: featureSettingsSchema,
    handle: ({ write }, { body }) =>
      write(async (app) => {
        await saveFeatureSettings(app, 'reset' in body ? {} : body, undefined);
        return (await showSettings(app)).settings as z.infer<typeof featureSettingsSchema>;
      }),
  }),
];
