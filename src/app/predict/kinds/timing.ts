import type { Backtest, ModelFigure, WrittenCard } from '../../../contract/index.ts';
import { countOf, shareOf, formatInstant, type Instant } from '../../../core/index.ts';
import { learnTiming, type PredictedTrait, stageTiming, type TimingLearned, type TimingModel } from '../../../predict/index.ts';
import { sql } from '../../../sql/index.ts';
import type { App } from '../../open.ts';
import type { Foresight } from './kind.ts';

export const weekdayNames: readonly string[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const traits: readonly PredictedTrait[] = [
  {
    name: 'predicted.best_weekday',
    label: 'best weekday to write',
    column: 'predicted_best_weekday',
    type: 'text',
    values: weekdayNames,
    meaning: 'Weekday on which they most likely answer, by when they ordered, visited, opened and clicked before.',
  },
  {
    name: 'predicted.best_hour',
    label: 'best hour to write',
    column: 'predicted_best_hour',
    type: 'number',
    meaning: 'Hour of the day (0 to 23) in the middle of the three in which they most likely answer.',
  },
];

/** When to write to whom. */
export const timing: Foresight = {
  model: 'timing',
  kind: 'timing',
  title: 'When to write to whom',
  question: 'On which weekday and at which hour is each customer most likely to answer?',
  definition: null,
  watched: ['orders_count', 'favourite_weekday', 'favourite_hour', 'favourite_channel'],
  train: async ({ warehouse, workspace, effects }, at, { seed }) => {
    effects.progress({ label: 'looking back', done: 0, total: 1 });
    const learned = await learnTiming(warehouse, workspace, at);
    return {
      method: chosenOf(learned)?.label ?? 'the hours of the whole shop',
      content: learned.model,
      card: cardOf(learned, at, seed),
      backtest: backtestOf(learned, at),
    };
  },
  backtest: async ({ warehouse, workspace }, at) => backtestOf(await learnTiming(warehouse, workspace, at), at),
  apply: async ({ warehouse, workspace }: App, content, { at }) => ({
    table: 'predict_timing',
    customers: await stageTiming(warehouse, workspace, at, content as TimingModel),
    columns: [
      {
        column: 'predicted_best_weekday',
        value: (row) =>
          sql`case ${row}.best_weekday when 0 then 'Monday' when 1 then 'Tuesday' when 2 then 'Wednesday' when 3 then 'Thursday' when 4 then 'Friday' when 5 then 'Saturday' when 6 then 'Sunday' end`,
      },
      { column: 'predicted_best_hour', value: (row) => sql`${row}.best_hour::DOUBLE` },
    ],
  }),
  traits: () => traits,
};

const chosenOf = ({ candidates, model }: TimingLearned) => candidates.find(({ weight }) => weight === model.weight);

function figuresOf(learned: TimingLearned): readonly ModelFigure[] {
  const [chosen, baseline] = [chosenOf(learned), learned.candidates[0]];
  if (chosen === undefined) return [];
  return [
    {
      measure: 'hit',
      label: 'Later moments foretold',
      value: chosen.hit,
      low: chosen.hit - 1.96 * chosen.error,
      high: chosen.hit + 1.96 * chosen.error,
      baseline: baseline?.hit ?? null,
      baseline_label: baseline?.label ?? null,
      better: 'higher',
      meaning: `${shareOf(chosen.hit)} of later moments fell into the three hours, or on the weekday, that were foretold (the mean of both).`,
    },
  ];
}

function detailsOf(learned: TimingLearned): WrittenCard['details'] {
  const top = (shares: readonly number[]): number | null => (learned.moments === 0 ? null : shares.indexOf(Math.max(...shares)));
  return {
    kind: 'timing',
    candidates: learned.candidates.map(({ kind, label, weight, hit, error }) => ({ kind, label, hit, error, chosen: weight === learned.model.weight })),
    best_weekday: top(learned.weekdays),
    best_hour: top(learned.hours),
    hours: learned.hours,
    weekdays: learned.weekdays,
  };
}

function needsOf({ moments, customers }: TimingLearned): WrittenCard['enough'] {
  const has = { customers, moments };
  return [
    { kind: 'shop', label: 'the hours of the whole shop', enough: moments > 0, needs: { moments: 1 }, has },
    { kind: 'own', label: 'their own hours', enough: moments >= 200, needs: { moments: 200 }, has },
  ];
}

const backtestOf = (learned: TimingLearned, at: Instant): Backtest => ({
  model: 'timing',
  as_of: formatInstant(at),
  horizon_days: null,
  cut_offs: learned.cutOff === null ? [] : [learned.cutOff],
  quality: figuresOf(learned),
  chosen: chosenOf(learned)?.label ?? 'the hours of the whole shop',
  because: learned.reason,
  needs: needsOf(learned),
  details: detailsOf(learned),
});

const cardOf = (learned: TimingLearned, at: Instant, seed: number): WrittenCard => ({
  model: 'timing',
  kind: 'timing',
  title: timing.title,
  question: timing.question,
  horizon_days: null,
  method: chosenOf(learned)?.label ?? 'the hours of the whole shop',
  seed,
  as_of: formatInstant(at),
  predicts: traits.map(({ name, label, meaning }) => ({ trait: name, label, meaning })),
  seen: `${countOf(learned.moments, 'moment')} of ${countOf(learned.customers, 'customer')}: orders, visits, messages opened and clicked, each customer's hour of a day once.`,
  enough: needsOf(learned),
  chosen_because: learned.reason,
  quality: figuresOf(learned),
  drivers: [],
  limits: [
    'It goes by when customers did something, which is not the same as when they like to be written to.',
    'Times without a clock, which sources write as midnight, are left out, and so are those of a batch: one minute of the day that a large part of what a source tells carries.',
    'Hours are those of the workspace’s time zone, wherever the customer lives.',
  ],
  fairness: [],
  details: detailsOf(learned),
});
