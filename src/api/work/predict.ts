import { z } from 'zod';
import {
  type App,
  approveModelVersion,
  backtestModel,
  type Desk,
  keepTrained,
  learnModel,
  modelCard,
  modelsToTrain,
  noBetter,
  rollBackModel,
  scoreModel,
  stopModel,
} from '../../app/index.ts';
import { trainRequestSchema } from '../../contract/schemas.ts';
import { type JobHandler, jobHandler, type Jobs } from '../../jobs/index.ts';
import { watched } from './watched.ts';

const named = z.object({ model: z.string() });
const training = trainRequestSchema.unwrap().extend({ model: z.string(), because: z.string().optional() });

/** Training reads beside other work and computes in a thread of its own; only what is kept of it takes its turn among the writers. */
const trainWork = (desk: Desk): JobHandler =>
  jobHandler({
    kind: 'predict-train',
    lane: 'light',
    restart: 'again',
    read: (request) => training.parse(request),
    // Whoever asks for what is learned by itself at the moment is answered with that.
    means: ({ because: _reason, ...request }) => request,
    run: async ({ model, approve, anyway, seed, as_of: asOf, groups, because }, job) => {
      const learned = await desk.read((app) => learnModel(watched(app, job), model, { asOf, seed, groups }), job.signal);
      return desk.write(async (app) => {
        const version = await keepTrained(app, model, learned, seed, because);
        const acts = approve && (anyway || noBetter(learned.card) === null);
        return acts ? approveModelVersion(watched(app, job), model, { version, asOf, anyway }) : modelCard(app, model, version);
      });
    },
  });

const backtestWork = (desk: Desk): JobHandler =>
  jobHandler({
    kind: 'predict-backtest',
    lane: 'light',
    restart: 'again',
    read: (request) => named.parse(request),
    run: ({ model }, job) => desk.read((app) => backtestModel(watched(app, job), model, undefined), job.signal),
  });

const acts = z.object({
  model: z.string(),
  act: z.enum(['score', 'approve', 'stop', 'roll-back']),
  version: z.number().int().optional(),
  anyway: z.boolean().optional(),
});

/** Whatever changes which version acts, and scores everybody with it: segments follow. */
const actWork = (desk: Desk): JobHandler =>
  jobHandler({
    kind: 'predict-act',
    lane: 'write',
    restart: 'again',
    read: (request) => acts.parse(request),
    run: ({ model, act, version, anyway = false }, job) =>
      desk.write(async (app): Promise<unknown> => {
        const own = watched(app, job);
        if (act === 'score') return scoreModel(own, model, undefined);
        if (act === 'roll-back') return rollBackModel(own, model, undefined);
        if (act === 'approve') return approveModelVersion(own, model, { asOf: undefined, anyway, ...(version === undefined ? {} : { version }) });
        await stopModel(own, model, undefined);
        return { model, status: 'retired' };
      }),
  });

export const predictWork = (desk: Desk): readonly JobHandler[] => [trainWork(desk), backtestWork(desk), actWork(desk)];

/** As much of the jobs and of the desk as is asked here. */
type Listed = {
  readonly list: (wish: { readonly status: 'queued' | 'running'; readonly kind: string; readonly limit: number }) => Promise<{
    readonly items: readonly { readonly id: string; readonly request: unknown }[];
  }>;
};
type Submitting = { readonly submit: (job: Parameters<Jobs['submit']>[0]) => Promise<unknown> };
type Reading = { readonly read: <T>(work: (app: App) => Promise<T>) => Promise<T> };

/** Which models are being trained, or wait for it: model → job. */
export async function trainingNow(jobs: Listed): Promise<ReadonlyMap<string, string>> {
  const open = (await Promise.all((['queued', 'running'] as const).map((status) => jobs.list({ status, kind: 'predict-train', limit: 100 })))).flatMap(
    ({ items }) => items,
  );
  return new Map(open.map(({ id, request }) => [named.safeParse(request).data?.model ?? '', id]));
}

/** Trains a challenger for each model that should learn again. It acts only when somebody approves it. */
export async function trainStale({ desk, jobs }: { readonly desk: Reading; readonly jobs: Listed & Submitting }): Promise<void> {
  const models = await desk.read((app) => modelsToTrain(app));
  const already = await trainingNow(jobs);
  for (const { model, because } of models) {
    if (already.has(model)) continue;
    await jobs.submit({
      kind: 'predict-train',
      title: `Train ${model} again`,
      request: { model, approve: false, seed: 1, because },
      person: null,
      joins: true,
    });
  }
}
