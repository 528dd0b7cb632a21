import type { Backtest, ClassifierDetails, ModelDriver, WrittenCard } from '../../contract/index.ts';
import { formatInstant, localDate, writtenDate } from '../../core/index.ts';
import type { FeatureTable } from '../../stats/index.ts';
import type { PredictedTrait } from '../value/words.ts';
import { buyerColumn, rhythmColumn } from './buyer-name.ts';
import { candidateLabel } from './candidates/candidate.ts';
import { auditBy } from './fairness.ts';
import { eventOfColumn } from './event-name.ts';
import { classifierFigures, qualityAnswer } from './figures.ts';
import type { Classifier } from './fit.ts';
import { needsOf } from './needs-of.ts';
import { capital } from './say/amount.ts';
import { driverSentence } from './say/driver.ts';
import { lastEventLabel } from './say/event.ts';
import { seenSentence } from './say/seen.ts';
import type { Shop } from './task.ts';

/** What a card says of the question beside the figures. */
export type Asked = {
  readonly model: string;
  readonly title: string;
  readonly question: string;
  readonly traits: readonly PredictedTrait[];
  readonly limits: readonly string[];
};

export function classifierCard(classifier: Classifier, shop: Shop, asked: Asked, marked: FeatureTable): WrittenCard {
  const { choice, cutOffs, seed, task } = classifier;
  const newest = cutOffs[0];
  const dates = cutOffs.map(({ asOf }) => localDate(asOf, shop.workspace.zone));
  const won = choice.entrants.find(({ kind }) => kind === choice.kind);
  const judged =
    won === undefined || newest === undefined ? undefined : { probabilities: won.newestProbabilities, labels: classifier.newest?.labels ?? new Uint8Array() };
  const audited = auditBy(marked, judged, (name) => labelOfColumn(name, shop.vocabulary));
  return {
    model: asked.model,
    kind: 'classifier',
    title: asked.title,
    question: asked.question,
    horizon_days: task.horizonDays,
    method: capital(candidateLabel(choice.kind)),
    seed,
    as_of: formatInstant(classifier.now),
    predicts: asked.traits.map(({ name, label, meaning }) => ({ trait: name, label, meaning })),
    seen: seenSentence(cutOffs.map(({ rows }, place) => ({ day: writtenDate(dates[place] ?? ''), rows })).toReversed(), task.horizonDays),
    enough: needsOf(classifier.choice.data),
    chosen_because: choice.reason,
    quality: figuresOf(classifier),
    drivers: driversOf(classifier, shop),
    limits: [...limitsOf(classifier, asked), ...audited.limits],
    fairness: audited.fairness,
    details: detailsOf(classifier, dates),
  };
}

/** The back-test alone. */
export function classifierBacktest(classifier: Classifier, shop: Shop, model: string, asOf: string): Backtest {
  const dates = classifier.cutOffs.map((one) => localDate(one.asOf, shop.workspace.zone));
  return {
    model,
    as_of: asOf,
    horizon_days: classifier.task.horizonDays,
    cut_offs: dates.toReversed(),
    quality: figuresOf(classifier),
    chosen: candidateLabel(classifier.choice.kind),
    because: classifier.choice.reason,
    needs: needsOf(classifier.choice.data),
    details: detailsOf(classifier, dates),
  };
}

function figuresOf({ choice }: Classifier): WrittenCard['quality'] {
  const won = choice.entrants.find(({ kind }) => kind === choice.kind);
  return won === undefined ? [] : classifierFigures(won.newest, choice.entrants.find(({ kind }) => kind === 'rate')?.newest);
}

function detailsOf({ choice, task, cutOffs }: Classifier, dates: readonly string[]): ClassifierDetails {
  const won = choice.entrants.find(({ kind }) => kind === choice.kind);
  const [newest] = cutOffs;
  const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
  return {
    kind: 'classifier',
    outcome: task.outcome,
    among: task.among,
    base_rate: newest === undefined || newest.rows === 0 ? null : newest.positives / newest.rows,
    cut_offs: cutOffs.map(({ rows, positives }, place) => ({ date: dates[place] ?? '', customers: rows, positives })).toReversed(),
    candidates: choice.entrants.map(({ kind, quality, loss, above, aboveStandardError }) => ({
      kind,
      label: candidateLabel(kind),
      chosen: kind === choice.kind,
      auc: finite(quality.auc),
      average_precision: finite(quality.averagePrecision),
      log_loss: loss,
      above,
      error: aboveStandardError,
    })),
    newest: won === undefined ? null : qualityAnswer(won.newest),
    overall: won === undefined ? null : qualityAnswer(won.quality),
  };
}

const mostDrivers = 12;

/** Columns whose shuffling costs something, with the way they pull. */
function driversOf({ importance, directions, task }: Classifier, shop: Shop): readonly ModelDriver[] {
  const felt = importance.filter((own) => own.importance > 0);
  const total = felt.reduce((sum, own) => sum + own.importance, 0) || 1;
  return felt.slice(0, mostDrivers).map(({ name, importance: own }) => {
    const label = labelOfColumn(name, shop.vocabulary);
    const found = directions.find((one) => one.name === name);
    const direction = found?.direction ?? 'mixed';
    const driver = { column: name, label, direction, level: found?.level ?? null, share: own / total };
    return { column: name, label, importance: own / total, direction, sentence: driverSentence(driver, task, shop) };
  });
}

/** A column as people say it. */
export function labelOfColumn(name: string, vocabulary: Shop['vocabulary']): string {
  const event = eventOfColumn(name);
  if (event !== undefined) return lastEventLabel(event);
  if (name === buyerColumn) return 'how often and how lately they ordered';
  if (name === rhythmColumn) return 'how long they have been quiet, by their own rhythm';
  return vocabulary.attributes.get(name)?.label ?? name.replaceAll('_', ' ');
}

function limitsOf({ choice, cutOffs }: Classifier, { limits }: Asked): readonly string[] {
  const own = [
    'It knows what customers did, not why; a cause is not shown by it.',
    'What a campaign would change it does not know: for that, an experiment is needed.',
    ...(cutOffs.length < 2 ? ['There is too little history to look back on: nothing is known of how well this does.'] : []),
    ...(choice.kind === 'rate' ? ['Everybody gets the same answer: the share of all.'] : []),
    'A refund is written on its order without a time of its own, and profiles that merged are one profile in the past as well.',
  ];
  return [...limits, ...own];
}
