import type { Backtest, ModelCard, ScoreRun, TrainedModel, TrainRequestBody } from '../../contract/index.ts';
import { ClienteleError, day, formatInstant, parseInstant } from '../../core/index.ts';
import { approveModel, findModel, listModels, retireModel, saveModel, type StoredModel } from '../../predict/index.ts';
import { sql } from '../../sql/index.ts';
import { resolveAsOf } from '../as-of.ts';
import { beforeSettingsChange } from '../before-settings-change.ts';
import type { App } from '../open.ts';
import { refreshAll } from '../refresh.ts';
import { driftNoted } from './drift.ts';
import { foresightOf } from './foresight.ts';
import { noBetter } from './no-better.ts';
import { readCard } from './read-card.ts';
import { referenceAt } from './watched.ts';
import type { Trained } from './kinds/kind.ts';

export type TrainOptions = {
  readonly asOf: string | undefined;
  /** Let it act at once: where it does no better than what it stands beside it stays a candidate, unless `anyway` is said. */
  readonly approve: boolean;
  readonly anyway?: boolean;
  readonly seed?: number;
  readonly groups?: TrainRequestBody['groups'];
};

export const usualSeed = 1;

/** Trains a model on the facts until the moment and keeps it as a candidate; with `approve` it acts, and everything is refreshed. */
export async function trainModel(app: App, model: string, { approve, anyway = false, ...options }: TrainOptions): Promise<ModelCard> {
  const trained = await learnModel(app, model, options);
  const version = await keepTrained(app, model, trained, options.seed);
  if (approve && (anyway || noBetter(trained.card) === null)) await letAct(app, model, version, options.asOf);
  return modelCard(app, model, version, options.asOf);
}

/** The long part, which changes nothing: a server does it beside other work. */
export async function learnModel(app: App, model: string, { asOf, seed = usualSeed, groups }: Omit<TrainOptions, 'approve' | 'anyway'>): Promise<Trained> {
  const { at } = await resolveAsOf(app, asOf);
  const { train, watched } = await foresightOf(app, model);
  const trained = await train(app, at, { seed, groups });
  if (watched === undefined || typeof trained.content !== 'object') return trained;
  return { ...trained, content: { ...trained.content, reference: await referenceAt(app, at, watched) } };
}

/** Keeps what was learned as a new candidate, with the reason where nobody asked for it, and returns its number. */
export async function keepTrained(
  app: App,
  model: string,
  { method, content, card, backtest }: Trained,
  seed: number = usualSeed,
  because?: string,
): Promise<number> {
  const trained_at = formatInstant(app.effects.now());
  const kept = because === undefined ? card : { ...card, because };
  return saveModel(app.control, { model, method, content, card: kept, backtest, as_of: card.as_of, trained_at, seed });
}

/** The card of the version that acts, of the newest where none does, or of the one named. Throws `model.untrained`. */
export async function modelCard(app: App, model: string, version?: number, asOf?: string): Promise<ModelCard> {
  const stored = await mustFind(app, model, version);
  const { at } = await resolveAsOf(app, asOf);
  const since = at - (parseInstant(stored.as_of) ?? at);
  const { version: number, status, trained_at } = stored;
  const drift = status === 'approved' ? await driftNoted(app, model) : null;
  const card = readCard(stored);
  return {
    ...card,
    version: number,
    status,
    trained_at,
    age_days: Math.max(0, Math.floor(since / day)),
    drift,
    no_better: noBetter(card),
    adds_up_to: status === 'approved' && model === 'value' ? await pagesAddUpTo(app) : null,
  };
}

/** By the traits of the last refresh; null before there are any. */
async function pagesAddUpTo({ warehouse }: App): Promise<number | null> {
  const scored = await warehouse.row(sql`select 1 as found from duckdb_columns() where table_name = 'features' and column_name = 'predicted_value_12m'`);
  if (scored === undefined) return null;
  const found = await warehouse.row<{ value: number | null }>(sql`select sum(predicted_value_12m)::DOUBLE as value from features`);
  return found?.value ?? null;
}

/** The back-test, run now; nothing is kept. */
export async function backtestModel(app: App, model: string, asOf: string | undefined): Promise<Backtest> {
  const { at } = await resolveAsOf(app, asOf);
  return (await foresightOf(app, model)).backtest(app, at);
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
    traits: (await foresightOf(app, model)).traits(app, stored.content).map(({ name }) => name),
    segments: refreshed.segments,
    entered: refreshed.entered,
    left: refreshed.left,
  };
}

/**
 * Lets a version act (the newest, where none is named) and refreshes everything with it: also the way back to an earlier one. Throws `model.no-better` for one that has never acted and does no better than what it stands
 * beside, unless `anyway` is said.
 */
export async function approveModelVersion(
  app: App,
  model: string,
  request: { readonly version?: number; readonly asOf: string | undefined; readonly anyway?: boolean },
): Promise<ModelCard> {
  const version = request.version ?? (await listModels(app.control, model))[0]?.version;
  const stored = await mustFind(app, model, version);
  const why = request.anyway === true || stored.approved_at !== null ? null : noBetter(readCard(stored));
  if (why !== null) throw new ClienteleError('model.no-better', { model, version: stored.version, why });
  await letAct(app, model, stored.version, request.asOf);
  return modelCard(app, model, stored.version, request.asOf);
}

/** Lets the version act again that acted before the one that acts now. Throws `model.rollback`. */
export async function rollBackModel(app: App, model: string, asOf: string | undefined): Promise<ModelCard> {
  await foresightOf(app, model);
  const acted = (await listModels(app.control, model)).filter(({ approved_at }) => approved_at !== null);
  const [before] = acted.filter(({ status }) => status !== 'approved').toSorted((a, b) => ((a.approved_at ?? '') < (b.approved_at ?? '') ? 1 : -1));
  if (before === undefined) throw new ClienteleError('model.rollback', { model });
  return approveModelVersion(app, model, { version: before.version, asOf });
}

/** No version acts any more; the traits go with the refresh. */
export async function stopModel(app: App, model: string, asOf: string | undefined): Promise<void> {
  await foresightOf(app, model);
  await beforeSettingsChange(app);
  await retireModel(app.control, model);
  await refreshAll(app, asOf);
}

/** Every trained version, newest first. */
export async function trainedModels(app: App): Promise<readonly TrainedModel[]> {
  return (await listModels(app.control)).map((stored) => {
    const { model, version, status, trained_at, as_of, approved_at } = stored;
    const card = readCard(stored);
    return { model, version, status, method: card.method, trained_at, as_of, approved_at, no_better: noBetter(card) };
  });
}

async function letAct(app: App, model: string, version: number, asOf: string | undefined): Promise<void> {
  await beforeSettingsChange(app);
  await approveModel(app.control, model, version, formatInstant(app.effects.now()));
  await refreshAll(app, asOf);
}

async function mustFind(app: App, model: string, version?: number): Promise<StoredModel> {
  await foresightOf(app, model);
  const found = await findModel(app.control, model, version);
  if (found === undefined) throw new ClienteleError('model.untrained', { model: version === undefined ? model : `${model} ${version}` });
  return found;
}
