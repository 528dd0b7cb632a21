import type { Backtest, ModelKind, PredictionDefinition, TrainRequestBody, WrittenCard } from '../../../contract/index.ts';
import type { Instant } from '../../../core/index.ts';
import type { Matrix, PredictedTrait, Silence, StagedScores } from '../../../predict/index.ts';
import type { App } from '../../open.ts';

/** Where a model is applied: a features table of that moment. */
export type Applying = {
  readonly at: Instant;
  readonly table: string;
  readonly temporary: boolean;
  /** What is known of each customer in that table, read once for all models. */
  readonly matrix: () => Promise<Matrix>;
  /** What the acting model of who stays away says, which is asked before the value model. */
  readonly silence?: Silence | undefined;
};

export type TrainWish = Pick<TrainRequestBody, 'seed' | 'groups'>;

/** One model on the road: train → keep → score → traits. */
export type Foresight = {
  readonly model: string;
  readonly kind: ModelKind;
  readonly title: string;
  readonly question: string;
  /** How it is asked in this shop at a moment, where that is more than `title` and `question` say. */
  readonly asks?: (app: App, at: Instant) => Promise<{ readonly title: string; readonly question: string }>;
  readonly definition: PredictionDefinition | null;
  readonly train: (app: App, at: Instant, wish: TrainWish) => Promise<Trained>;
  readonly backtest: (app: App, at: Instant) => Promise<Backtest>;
  /** Stages what it says of customers; undefined for models without traits. `value` rewrites the table by itself. */
  readonly apply: (app: App, content: unknown, request: Applying) => Promise<StagedScores | number | undefined>;
  /** Features of buyers that it goes by, for a model that keeps no reference of its own: how far they have moved since it learned is told on its card. */
  readonly watched?: readonly string[];
  readonly traits: (app: App, content: unknown) => readonly PredictedTrait[];
};

export type Trained = { readonly method: string; readonly content: unknown; readonly card: WrittenCard; readonly backtest: Backtest };
