import type { PredictionDefinition } from '../../../contract/index.ts';
import { formatInstant, type Instant } from '../../../core/index.ts';
import {
  type ActingClassifier,
  type Classifier,
  classifierBacktest,
  classifierCard,
  type ClassifierTask,
  churnTask,
  driftOf,
  fitClassifier,
  nextOrderTask,
  type PredictedTrait,
  readMarked,
  type Reference,
  rhythmOf,
  scoreMatrix,
  stageNumbers,
} from '../../../predict/index.ts';
import { endedSaid } from '../../../insight/index.ts';
import { livesByMemberships } from '../../../profiles/index.ts';
import { sql } from '../../../sql/index.ts';
import type { App } from '../../open.ts';
import { taskOfDefinition } from '../definitions.ts';
import { noteDrift } from '../drift.ts';
import type { Foresight } from './kind.ts';
import { foresightSettings } from '../settings.ts';
import { shopOf, worldOf } from '../shop.ts';

/** A classifier as it is kept: what scoring needs, and what customers are told beside their score. */
export type KeptClassifier = ActingClassifier & {
  readonly reference: Reference;
  /** Calibration over all tests: between which shares those with such a score lay. */
  readonly bins: readonly { readonly predicted: number; readonly low: number; readonly high: number }[];
  readonly baseRate: number | null;
};

type Asking = {
  readonly model: string;
  readonly title: string;
  readonly definition: PredictionDefinition | null;
  readonly question: (days: number) => string;
  readonly trait: (days: number | null) => PredictedTrait;
  readonly task: (app: App, at: Instant) => Promise<ClassifierTask>;
  readonly limits: readonly string[];
};

const probability = (name: string, label: string, meaning: string): PredictedTrait => ({
  name: `predicted.${name}`,
  label,
  column: `predicted_${name}`,
  type: 'number',
  meaning,
});

const within = (days: number | null): string => (days === null ? '' : ` within ${days} days`);

/** What is asked of who stays away, seen from a moment; where customers are members it is asked of members: that who has left stays away needs no model, and would make a poor one look perfect. */
export async function churnTaskAt(app: App, at: Instant): Promise<ClassifierTask> {
  const { churn_days } = await foresightSettings(app.control);
  const task = churnTask(churn_days ?? (await rhythmOf(app.warehouse, at, app.workspace)).churnDays);
  const membership = await livesByMemberships(app.warehouse, at);
  return membership === undefined ? task : { ...task, among: `${task.among} and not (${endedSaid(membership)})`, ofMembers: true };
}

/** The question as it is asked where some of those who ordered are left out. */
const askedOf = (question: string, { ofMembers }: ClassifierTask): string =>
  ofMembers === true ? question.replace('who ordered before', 'who ordered before and have not ended their membership') : question;

/** Who will stay away: a silence that fits the rhythm of the shop. */
export const churn: Foresight = classifier({
  model: 'churn',
  title: 'Who will stay away',
  definition: null,
  question: (days) => `Who, of all who ordered before, will not order in the next ${days} days?`,
  trait: (days) => probability('churn_probability', 'probability of staying away', `Probability of no order${within(days)}.`),
  task: churnTaskAt,
  limits: ['Someone who pauses longer than usual and then comes back counts as having stayed away.'],
});

/** Who will order soon. */
export const nextOrder: Foresight = classifier({
  model: 'next-order',
  title: 'Who will order next',
  definition: null,
  question: (days) => `Who, of all who ordered before, will order in the next ${days} days?`,
  trait: (days) => probability('next_order_probability', 'probability of ordering soon', `Probability of at least one order${within(days)}.`),
  task: async (app, at) => {
    const { next_order_days } = await foresightSettings(app.control);
    return nextOrderTask(next_order_days ?? (await rhythmOf(app.warehouse, at, app.workspace)).nextOrderDays);
  },
  limits: [],
});

/** Who will do what somebody asked. */
export const defined = (definition: PredictionDefinition): Foresight =>
  classifier({
    model: definition.model,
    title: `Who will ${definition.name}`,
    definition,
    question: (days) => `Who will ${definition.name} in the next ${days} days?`,
    trait: (days) => ({
      ...probability(definition.trait.slice('predicted.'.length), `probability to ${definition.name}`, `Probability to ${definition.name}${within(days)}.`),
    }),
    task: async () => taskOfDefinition(definition),
    limits: [],
  });

function classifier({ model, title, definition, question, trait, task, limits }: Asking): Foresight {
  const fitted = async (app: App, at: Instant, seed: number, fit: boolean): Promise<Classifier> =>
    fitClassifier(app.warehouse, await shopOf(app), { now: at, task: await task(app, at), seed, fit, ...worldOf(app) });
  return {
    model,
    kind: 'classifier',
    title,
    question: question(definition?.horizon_days ?? 0).replace(' in the next 0 days', ' soon'),
    definition,
    train: async (app, at, { seed }) => {
      const found = await fitted(app, at, seed, true);
      const shop = await shopOf(app);
      const days = found.task.horizonDays;
      const asked = { model, title, question: askedOf(question(days), found.task), traits: [trait(days)], limits };
      const marked = await readMarked(app.warehouse, shop, found.newest?.profiles ?? new Int32Array(), found.newest?.asOf ?? at);
      const card = classifierCard(found, shop, asked, marked);
      return { method: found.candidate.kind, content: keptOf(found), card, backtest: classifierBacktest(found, shop, model, formatInstant(at)) };
    },
    backtest: async (app, at) => classifierBacktest(await fitted(app, at, 1, false), await shopOf(app), model, formatInstant(at)),
    apply: async (app, content, { table, temporary, matrix }) => {
      const kept = content as KeptClassifier;
      const scored = await scoreMatrix(app.warehouse, await shopOf(app), kept, await matrix(), table);
      const staged = `predict_scores_${model.replaceAll('-', '_')}`;
      await stageNumbers(app.warehouse, staged, scored.profiles, [scored.probabilities]);
      if (!temporary) await noteDrift(app, model, driftOf(kept.reference, scored.table, scored.yearRound));
      return {
        table: staged,
        customers: scored.profiles.length,
        columns: [{ column: trait(null).column, value: (row) => sql`${row}.v0` }],
      };
    },
    traits: (_app, content) => [trait((content as KeptClassifier | null)?.task.horizonDays ?? null)],
  };
}

function keptOf({ task, candidate, buyer, season, reference, choice, cutOffs }: Classifier): KeptClassifier {
  const won = choice.entrants.find(({ kind }) => kind === choice.kind);
  const [newest] = cutOffs;
  return {
    task,
    candidate,
    buyer,
    season,
    reference,
    bins: (won?.quality.calibration ?? []).map(({ predicted, low, high }) => ({ predicted, low, high })),
    baseRate: newest === undefined || newest.rows === 0 ? null : newest.positives / newest.rows,
  };
}
