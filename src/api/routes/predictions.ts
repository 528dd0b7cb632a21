import { z } from 'zod';
import {
  asksNothingHidden,
  changeForesight,
  checkPrediction,
  compareModel,
  customerPredictions,
  customerScore,
  definePrediction,
  foresightSettings,
  modelCard,
  predictionSummaries,
  predictionSummary,
  predictionTargets,
  readDefinition,
  removeDefinition,
  scoredCustomers,
  stopModel,
  trainedModels,
  valueBesideForecast,
  valueVersion,
} from '../../app/index.ts';
import * as shape from '../../contract/schemas.ts';
import type { Context } from '../context.ts';
import { maskedScore, maskedScores } from '../masked-reasons.ts';
import { maskedSummaries } from '../masked-summary.ts';
import { trainingNow } from '../work/predict.ts';
import { route, type Route } from '../route.ts';
import { asOf, editor, named, reader } from './common.ts';
import { nextOf, offsetOf } from './cursor.ts';

const tag = 'predictions';
const model = z.object({ model: named });
const anyId = z.string().min(1).max(320).meta({ description: 'Profile number, customer id, e-mail, phone or any other identifier' });
const job = shape.jobSchema;

/** Long work on a model, as a job that whoever asked can watch and cancel. To learn the same twice at once is of no use to anybody: whoever asks again is answered with the job that there is. */
const begin = ({ jobs, principal }: Context, kind: 'predict-train' | 'predict-backtest' | 'predict-act', title: string, request: unknown) =>
  jobs.submit({ kind, title, request, person: principal.kind === 'anonymous' ? null : principal.person, joins: kind !== 'predict-act' });

/** Models: which there are, what they say of themselves, training and approval, and what they say of customers. */
export const predictionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/predictions',
    tag,
    summary: 'Every model: which version acts, which waits for approval, how well it does, whether it should learn again',
    policy: reader,
    answers: z.object({ items: z.array(shape.predictionSummarySchema) }),
    handle: async ({ read, jobs }) => {
      const [items, training] = await Promise.all([read(predictionSummaries), trainingNow(jobs)]);
      return { items: items.map((own) => ({ ...own, job: training.get(own.model) ?? null })) };
    },
  }),
  route({
    method: 'POST',
    path: '/predictions',
    tag,
    summary: 'Ask "who will …": keeps the question; with `train` it is learned at once',
    policy: editor,
    body: shape.newPredictionSchema.unwrap().extend({ train: z.boolean().default(true) }),
    status: 201,
    answers: z.object({ definition: shape.predictionDefinitionSchema, job: job.nullable() }),
    handle: async (context, { body }) => {
      const { train, ...wanted } = body;
      if (!context.personalData) await hidesNothing(wanted);
      const definition = await context.define((app) => definePrediction(app, wanted, context.author));
      return {
        definition,
        job: train ? await begin(context, 'predict-train', `Train ${definition.name}`, { model: definition.model, approve: false, seed: 1 }) : null,
      };
    },
  }),
  route({
    method: 'POST',
    path: '/predictions/check',
    tag,
    summary: 'What a question would have found at earlier moments, and whether that is enough to learn from; keeps nothing',
    policy: reader,
    body: shape.newPredictionSchema.unwrap().omit({ name: true }),
    answers: shape.predictionCheckSchema,
    handle: async ({ read, personalData }, { body }) => {
      if (!personalData) await hidesNothing(body);
      return read((app) => checkPrediction(app, body));
    },
  }),
  route({
    method: 'GET',
    path: '/predictions/targets',
    tag,
    summary: 'What "who will …" can be about here, with ready questions',
    policy: reader,
    answers: shape.predictionTargetsSchema,
    handle: ({ desk }) => desk.readKept('prediction targets', predictionTargets),
  }),
  route({
    method: 'GET',
    path: '/predictions/settings',
    tag,
    summary: 'When models learn again, horizons, and the attributes by which they are audited',
    policy: reader,
    answers: shape.foresightSettingsSchema,
    handle: ({ desk }) => foresightSettings(desk.app.control),
  }),
  route({
    method: 'PUT',
    path: '/predictions/settings',
    tag,
    summary: 'Change them; what is marked for the audit is no longer learned from, at the next training',
    policy: editor,
    body: shape.foresightSettingsSchema,
    answers: shape.foresightSettingsSchema,
    handle: ({ define }, { body }) => define((app) => changeForesight(app, body)),
  }),
  route({
    method: 'GET',
    path: '/predictions/:model',
    tag,
    summary: 'One model with all its versions, newest first',
    policy: reader,
    params: model,
    answers: z.object({ summary: shape.predictionSummarySchema, versions: z.array(shape.trainedModelSchema) }),
    handle: async ({ read, jobs }, { params }) => {
      const [found, training] = await Promise.all([
        read(async (app) => ({ summary: await predictionSummary(app, params.model), versions: await trainedModels(app) })),
        trainingNow(jobs),
      ]);
      return {
        summary: { ...found.summary, job: training.get(params.model) ?? null },
        versions: found.versions.filter((own) => own.model === params.model),
      };
    },
  }),
  route({
    method: 'DELETE',
    path: '/predictions/:model',
    tag,
    summary: 'Remove a question that somebody defined; its trait goes with the refresh',
    policy: editor,
    params: model,
    answers: shape.predictionDefinitionSchema,
    handle: ({ write }, { params }) =>
      write(async (app) => {
        await readDefinition(app, params.model);
        await stopModel(app, params.model, undefined);
        return removeDefinition(app, params.model);
      }),
  }),
  route({
    method: 'GET',
    path: '/predictions/:model/card',
    tag,
    summary: 'The model card: of the version that acts, else the newest, or the one named',
    policy: reader,
    params: model,
    query: z.object({ version: z.coerce.number().int().positive().optional() }),
    answers: shape.modelCardSchema,
    handle: ({ read }, { params, query }) => read((app) => modelCard(app, params.model, query.version)),
  }),
  route({
    method: 'GET',
    path: '/predictions/value/beside-forecast',
    tag,
    summary: 'Whether what is foretold of customers, added up, agrees with the shop’s own forecast of revenue, and which to trust',
    policy: reader,
    answers: z.object({ found: shape.valueBesideForecastSchema.nullable() }).readonly(),
    handle: async ({ desk }) => ({
      found: await desk.readKept(`value beside forecast ${await desk.read(valueVersion)}`, (app) => valueBesideForecast(app), 'facts'),
    }),
  }),
  route({
    method: 'GET',
    path: '/predictions/:model/comparison',
    tag,
    summary: 'The version that acts beside the one that waits, figure by figure, with advice',
    policy: reader,
    params: model,
    answers: shape.modelComparisonSchema,
    handle: ({ read }, { params }) => read((app) => compareModel(app, params.model)),
  }),
  route({
    method: 'POST',
    path: '/predictions/:model/train',
    tag,
    summary:
      'Train a new version as a job; it acts only once it is approved. The job’s result is the card. Where the same training waits or is at work already, that job is the answer',
    policy: editor,
    params: model,
    body: shape.trainRequestSchema,
    status: 202,
    answers: job,
    handle: async (context, { params, body }) => {
      const { title } = await context.read((app) => predictionSummary(app, params.model));
      return begin(context, 'predict-train', `Train: ${title}`, { ...body, model: params.model });
    },
  }),
  route({
    method: 'POST',
    path: '/predictions/:model/backtest',
    tag,
    summary:
      'Hold every candidate against what came after earlier moments, as a job; its result is the back-test, nothing is kept. Where it waits or is at work already, that job is the answer',
    policy: editor,
    params: model,
    status: 202,
    answers: job,
    handle: async (context, { params }) => {
      const { title } = await context.read((app) => predictionSummary(app, params.model));
      return begin(context, 'predict-backtest', `Back-test: ${title}`, { model: params.model });
    },
  }),
  acting('approve', 'Let a version act (the newest where none is named) and score everybody, as a job', 'Approve'),
  acting('score', 'Score everybody with the version that acts, as a job; every refresh does this too', 'Score'),
  acting('stop', 'Let no version act any more, as a job; the traits go', 'Stop'),
  acting('roll-back', 'Let the version act again that acted before, as a job', 'Roll back'),
  route({
    method: 'GET',
    path: '/predictions/:model/customers',
    tag,
    summary: 'Customers by what the model says of them, each with interval and reasons: whom to turn to first, and why',
    policy: reader,
    params: model,
    query: z.object({
      sort: z.enum(['score', 'stake']).default('score'),
      least: z.coerce.number().min(0).max(1).default(0),
      most: z.coerce.number().min(0).max(1).default(1),
      limit: z.coerce.number().int().min(1).max(100).default(25),
      cursor: z.string().optional(),
    }),
    answers: shape.scoredCustomersSchema,
    handle: async ({ desk, personalData }, { params, query }) => {
      const offset = offsetOf(query.cursor);
      const asked = { sort: query.sort, least: query.least, most: query.most, limit: query.limit, offset };
      const found = await desk.readKept(`scored ${params.model} ${JSON.stringify(asked)}`, (app) => scoredCustomers(app, params.model, asked));
      const customers = maskedSummaries(
        found.items.map(({ customer }) => customer),
        personalData,
      );
      const items = found.items.map((own, place) => ({ ...own, customer: customers[place] ?? own.customer }));
      return { ...found, items: personalData ? items : items.map(maskedScore), next: nextOf(offset, query.limit, found.total) };
    },
  }),
  route({
    method: 'GET',
    path: '/predictions/:model/customers/:id',
    tag,
    summary: 'What a model says of one customer, how sure it is, and why, in sentences',
    policy: reader,
    params: z.object({ model: named, id: anyId }),
    query: z.object({ as_of: asOf }),
    answers: shape.customerScoreSchema,
    handle: async ({ read, personalData }, { params, query }) => {
      const found = await read((app) => customerScore(app, params.model, params.id, query.as_of));
      return personalData ? found : maskedScore(found);
    },
  }),
  route({
    method: 'GET',
    path: '/customers/:id/predictions',
    tag,
    summary: 'All that the models which act say of one customer: value with its interval, chance of an order over time, scores with reasons, group, best time',
    policy: reader,
    params: z.object({ id: anyId }),
    query: z.object({ as_of: asOf }),
    answers: shape.customerPredictionsSchema,
    handle: async ({ read, personalData }, { params, query }) => {
      const found = await read((app) => customerPredictions(app, params.id, query.as_of));
      return personalData ? found : maskedScores(found);
    },
  }),
];

function acting(act: 'approve' | 'score' | 'stop' | 'roll-back', summary: string, title: string): Route {
  return route({
    method: 'POST',
    path: `/predictions/:model/${act}`,
    tag,
    summary,
    policy: editor,
    params: model,
    body: z.object({
      version: z.int().positive().optional().meta({ description: 'For `approve` alone' }),
      anyway: z.boolean().optional().meta({ description: 'For `approve`: also a version that does no better than what it stands beside' }),
    }),
    status: 202,
    answers: job,
    handle: async (context, { params, body }) => {
      const found = await context.read((app) => predictionSummary(app, params.model));
      return begin(context, 'predict-act', `${title}: ${found.title}`, {
        model: params.model,
        act,
        ...body,
      });
    },
  });
}

/** Conditions are no way around the masks. */
async function hidesNothing({
  target,
  among,
}: {
  readonly target: z.output<typeof shape.predictionTargetSchema>;
  readonly among: string | null;
}): Promise<void> {
  if (target.kind === 'condition') await asksNothingHidden(target.text);
  if (among !== null) await asksNothingHidden(among);
}
