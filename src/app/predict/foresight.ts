import type { Backtest, ModelCard } from '../../contract/index.ts';
import { ClienteleError, type Instant } from '../../core/index.ts';
import { applyValueModel, backtestValue, type PredictedTrait, trainValue, type ValueModel, valueTraits } from '../../predict/index.ts';
import type { App } from '../open.ts';

/** One kind of model on the road: train → keep → score → traits. */
export type Foresight = {
  readonly train: (app: App, at: Instant) => Promise<Trained>;
  readonly backtest: (app: App, at: Instant) => Promise<Backtest>;
  /** Adds the traits to a features table of that moment; returns how many customers were scored. */
  readonly apply: (app: App, content: unknown, request: { readonly at: Instant; readonly table: string; readonly temporary: boolean }) => Promise<number>;
  readonly traits: (app: App) => readonly PredictedTrait[];
};

export type Trained = {
  readonly method: string;
  readonly content: unknown;
  readonly card: Omit<ModelCard, 'version' | 'status' | 'age_days' | 'trained_at'>;
  readonly backtest: Backtest;
};

const value: Foresight = {
  train: ({ warehouse, workspace, effects }, at) =>
    trainValue(warehouse, { at, workspace, progress: (label, done) => effects.progress({ label, done, total: 4 }) }),
  backtest: ({ warehouse, workspace }, at) => backtestValue(warehouse, { at, workspace }),
  apply: ({ warehouse, workspace }, content, request) => applyValueModel(warehouse, content as ValueModel, { ...request, workspace }),
  traits: ({ workspace }) => valueTraits(workspace.currency),
};

/** Every model there is, by the name that commands take. */
const foresights: Readonly<Record<string, Foresight>> = { value };

export const modelNames: readonly string[] = Object.keys(foresights);

/** Throws `model.unknown`. */
export function foresightOf(model: string): Foresight {
  const found = Object.hasOwn(foresights, model) ? foresights[model] : undefined;
  if (found === undefined) throw new ClienteleError('model.unknown', { model, models: modelNames.join(', ') });
  return found;
}
