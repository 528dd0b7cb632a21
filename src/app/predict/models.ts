import type { Backtest, ModelCard, ScoreRun, TrainedModel } from '../../contract/index.ts';
import { ClienteleError, day, formatInstant, parseInstant } from '../../core/index.ts';
import { approveModel, findModel, listModels, retireModel, saveModel, type StoredModel } from '../../predict/index.ts';
import { sql } from '../../sql/index.ts';
import { resolveAsOf } from '../as-of.ts';
import type { App } from '../open.ts';
import { refreshAll } from '../refresh.ts';
import { foresightOf } from './foresight.ts';

export type TrainOptions = { readonly asOf: string | undefined /** Let it act at once. */; readonly approve: boolean };

/** Trains a model on the facts until the moment and keeps it as a candidate; with `approve` it acts, and everything is refreshed. */
export async function trainModel(app: App, model: string, { asOf, approve }: TrainOptions): Promise<ModelCard> {
  const { at } = await resolveAsOf(app, asOf);
  const trained = await foresightOf(model).train(app, at);
  const { method, content, card, backtest } = trained;
  const version = await saveModel(app.control, {
    model,
    method,
    content,
    card,
    backtest,
    as_of: card.as_of,
    trained_at: formatInstant(app.effects.now()),
    seed: 0,
  });
  if (approve) await letAct(app, model, version, asOf);
  return modelCard(app, model, version);
}

/** The card of the version that acts, of the newest where none does, or of the one named. Throws `model.untrained`. */
export async function modelCard(app: App, model: string, version?: number): Promise<ModelCard> {
  const stored = await mustFind(app, model, version);
  const since = app.effects.now() - (parseInstant(stored.as_of) ?? app.effects.now());
  const card = stored.card as Omit<ModelCard, 'version' | 'status' | 'age_days' | 'trained_at'>;
  return { ...card, version: stored.version, status: stored.status, trained_at: stored.trained_at, age_days: Math.max(0, Math.floor(since / day)) };
}

/** The back-test, run now; nothing is kept. */
export async function backtestModel(app: App, model: string, asOf: string | undefined): Promise<Backtest> {
  const { at } = await resolveAsOf(app, asOf);
  return foresightOf(model).backtest(app, at);
}

/** Scores everyone with the version that acts, and lets segments follow. Throws `model.untrained` where none acts. */
export async function scoreModel(app: App, model: string, asOf: string | undefined): Promise<ScoreRun> {
  const stored = await mustFind(app, model);
  if (stored.status !== 'approved') throw new ClienteleError('model.unapproved', { model, version: stored.version });
  const refreshed = await refreshAll(app, asOf);
  const run = await app.warehouse.row<{ customers: number }>(sql`select customers from score_runs where model = ${model} order by scored_at desc limit 1`);
  return {
    model,
    version: stored.version,
    as_of: refreshed.as_of,
    customers: run?.customers ?? 0,
    traits: foresightOf(model)
      .traits(app)
      .map(({ name }) => name),
    segments: refreshed.segments,
    entered: refreshed.entered,
    left: refreshed.left,
  };
}

/** Lets a version act (the newest, where none is named) and refreshes everything with it: also the way back to an earlier one. */
export async function approveModelVersion(
  app: App,
  model: string,
  request: { readonly version?: number; readonly asOf: string | undefined },
): Promise<ModelCard> {
  const version = request.version ?? (await listModels(app.control, model))[0]?.version;
  const stored = await mustFind(app, model, version);
  await letAct(app, model, stored.version, request.asOf);
  return modelCard(app, model, stored.version);
}

/** No version acts any more; the traits go with the refresh. */
export async function stopModel(app: App, model: string, asOf: string | undefined): Promise<void> {
  foresightOf(model);
  await retireModel(app.control, model);
  await refreshAll(app, asOf);
}

/** Every trained version, newest first. */
export async function trainedModels(app: App): Promise<readonly TrainedModel[]> {
  return (await listModels(app.control)).map(({ model, version, status, method, trained_at, as_of, approved_at }) => ({
    model,
    version,
    status,
    method,
    trained_at,
    as_of,
    approved_at,
  }));
}

async function letAct(app: App, model: string, version: number, asOf: string | undefined): Promise<void> {
  await approveModel(app.control, model, version, formatInstant(app.effects.now()));
  await refreshAll(app, asOf);
}

async function mustFind(app: App, model: string, version?: number): Promise<StoredModel> {
  foresightOf(model);
  const found = await findModel(app.control, model, version);
  if (found === undefined) throw new ClienteleError('model.untrained', { model: version === undefined ? model : `${model} ${version}` });
  return found;
}
