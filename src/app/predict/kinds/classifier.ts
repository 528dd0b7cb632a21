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
import { leavingSaid, leavingTask } from './leaving.ts';
import { foresightSettings } from '../settings.ts';
import { shopOf, worldOf } from '../shop.ts';

/** A classifier as it is kept: what scoring needs, and what customers are told beside their score. */
export type KeptClassifier = ActingClassifier & {
  readonly reference: Reference;
  /** Calibration over all tests, in groups that tell equally much: between which shares those with such a score lay. */
  readonly bins: readonly { readonly predicted: number; readonly low: number; readonly high: number; readonly customers?: number; readonly did?: number }[];
  readonly baseRate: number | null;
};

/** What is said of a question. */
type Said = { readonly title: string; readonly question: string; readonly trait: PredictedTrait; readonly limits: readonly string[] };

type Asking = {
  readonly model: string;
  readonly definition: PredictionDefinition | null;
  /** Of a task, or of the usual one before there is any. */
  readonly said: (task: ClassifierTask | null) => Said;
  readonly task: (app: App, at: Instant) => Promise<ClassifierTask>;
};

const probability = (name: string, label: string, meaning: string): PredictedTrait => ({
  name: `predicted.${name}`,
  label,
  column: `predicted_${name}`,
  type: 'number',
  meaning,
});

const within = (days: number | null): string => (days === null ? '' : ` within ${days} days`);
const inTheNext = (task: ClassifierTask | null): string => (task === null ? 'soon' : `in the next ${task.horizonDays} days`);

/** The silence that means in this shop, seen from a moment, that somebody stays away. */
export async function silenceDaysAt(app: App, at: Instant): Promise<number> {
  const { churn_days } = await foresightSettings(app.control);
  return churn_days ?? (await rhythmOf(app.warehouse, at, app.workspace)).churnDays;
}

/** What is asked of who is lost, seen from a moment: who stays away, and where customers are members who ends that. */
export async function churnTaskAt(app: App, at: Instant): Promise<ClassifierTask> {
  const membership = await livesByMemberships(app.warehouse, at);
  if (membership === undefined) return churnTask(await silenceDaysAt(app, at));
  return leavingTask(app.warehouse, membership, at, (await foresightSettings(app.control)).churn_days);
}

function churnSaid(task: ClassifierTask | null): Said {
  if (task?.ends !== undefined) {
    const { label, meaning, ...said } = leavingSaid(task.ends, task.horizonDays);
    return { ...said, trait: probability('churn_probability', label, meaning) };
  }
  return {
    title: 'Who will stay away',
    question: `Who, of all who ordered before, will not order ${inTheNext(task)}?`,
    trait: probability('churn_probability', 'probability of staying away', `Probability of no order${within(task?.horizonDays ?? null)}.`),
    limits: ['Someone who pauses longer than usual and then comes back counts as having stayed away.'],
  };
}

/** Who will be lost: by a silence that fits the rhythm of the shop, or by the end of a membership. */
export const churn: Foresight = {
  ...classifier({ model: 'churn', definition: null, said: churnSaid, task: churnTaskAt }),
  asks: async (app, at) => churnSaid((await livesByMemberships(app.warehouse, at)) === undefined ? null : await churnTaskAt(app, at)),
};

/** Who will order soon. */
export const nextOrder: Foresight = classifier({
  model: 'next-order',
  definition: null,
  said: (task) => ({
    title: 'Who will order next',
    question: `Who, of all who ordered before, will order ${inTheNext(task)}?`,
    trait: probability('next_order_probability', 'probability of ordering soon', `Probability of at least one order${within(task?.horizonDays ?? null)}.`),
    limits: [],
  }),
  task: async (app, at) => {
    const { next_order_days } = await foresightSettings(app.control);
    const task = nextOrderTask(next_order_days ?? (await rhythmOf(app.warehouse, at, app.workspace)).nextOrderDays);
    const membership = await livesByMemberships(app.warehouse, at);
    // That who has left is not charged any more needs no model, and would make a poor one look perfect.
    return membership === undefined ? task : { ...task, among: `${task.among} and not (${endedSaid(membership)})` };
  },
});

/** Who will do what somebody asked. */
export const defined = (definition: PredictionDefinition): Foresight =>
  classifier({
    model: definition.model,
    definition,
    said: (task) => ({
      title: `Who will ${definition.name}`,
      question: `Who will ${definition.name} ${inTheNext(task ?? taskOfDefinition(definition))}?`,
      trait: probability(
        definition.trait.slice('predicted.'.length),
        `probability to ${definition.name}`,
        `Probability to ${definition.name}${within(task?.horizonDays ?? null)}.`,
      ),
      limits: [],
    }),
    task: async () => taskOfDefinition(definition),
  });

function classifier({ model, definition, said, task }: Asking): Foresight {
  const fitted = async (app: App, at: Instant, seed: number, fit: boolean): Promise<Classifier> =>
    fitClassifier(app.warehouse, await shopOf(app), { now: at, task: await task(app, at), seed, fit, ...worldOf(app) });
  return {
    model,
    kind: 'classifier',
    title: said(null).title,
    question: said(null).question,
    definition,
    train: async (app, at, { seed }) => {
      const found = await fitted(app, at, seed, true);
      const shop = await shopOf(app);
      const { trait, ...words } = said(found.task);
      const asked = { model, ...words, traits: [trait] };
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
        columns: [{ column: said(null).trait.column, value: (row) => sql`${row}.v0` }],
      };
    },
    traits: (_app, content) => [said((content as KeptClassifier | null)?.task ?? null).trait],
  };
}

/** So few are no trial of how sure one may be. */
const fewestTried = 8;

/**
 * Somebody leaves once, and few do: of those whom a model is surest of it has seen a handful, and a line that goes on says 98% where 16 of 22 left. Who is beyond them is as likely as they were, as far as anybody has seen.
 */
function surestIn(bins: readonly { readonly count: number; readonly observed: number; readonly predicted: number }[]): number | undefined {
  const top = bins.at(-1);
  return top === undefined || top.count < fewestTried || top.observed === 0 ? undefined : Math.max(top.observed, bins.at(-2)?.observed ?? 0);
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
    bins: (won?.quality.even ?? []).map(({ predicted, low, high, count, observed }) => ({
      predicted,
      low,
      high,
      customers: count,
      did: Math.round(count * observed),
    })),
    surest: task.ends === undefined ? undefined : surestIn(won?.quality.even ?? []),
    baseRate: newest === undefined || newest.rows === 0 ? null : newest.positives / newest.rows,
  };
}
