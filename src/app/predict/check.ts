import type { NewPrediction, PredictionCheck } from '../../contract/index.ts';
import { localDate } from '../../core/index.ts';
import { describe, type Vocabulary } from '../../language/index.ts';
import { candidateLabel, enoughData, fewestLearned, readCutOffs, standingOf } from '../../predict/index.ts';
import { resolveAsOf } from '../as-of.ts';
import { checkedCondition } from '../conditions.ts';
import type { App } from '../open.ts';
import { askedBy } from './definitions.ts';
import { neverSold } from './never-sold.ts';
import { vocabularyOf } from '../vocabulary.ts';
import { shopOf } from './shop.ts';
import { wordsIn } from './words-in.ts';

/** What a question would find at earlier moments, before it is kept: enough to learn from? Throws `segment.syntax`. */
export async function checkPrediction(app: App, wanted: Omit<NewPrediction, 'name'>): Promise<PredictionCheck> {
  const { outcome, among } = await askedBy(app, wanted);
  const { at } = await resolveAsOf(app, undefined);
  const shop = await shopOf(app);
  const sets = await readCutOffs(app.warehouse, shop, { now: at, task: { outcome, among, horizonDays: wanted.horizon_days } });
  const sentence = (text: string): string => describe(checkedCondition(text, shop.vocabulary).tree, shop.vocabulary);
  // The buying models answer their own questions alone.
  const able = enoughData(fewestLearned(sets)).filter(({ kind }) => kind !== 'buyer' && kind !== 'blend');
  const enough = able.map(({ kind, enough: own, needs, has }) => ({
    kind,
    label: candidateLabel(kind),
    enough: own,
    needs: { customers: needs.rows, positives: needs.ofEither },
    has: { customers: has.rows, positives: has.ofEither },
  }));
  const learnable = sets.length >= 2 && enough.some(({ kind, enough: own }) => own && kind !== 'rate');
  return {
    outcome,
    sentence: sentence(outcome),
    among_sentence: among === null ? null : sentence(among),
    horizon_days: wanted.horizon_days,
    cut_offs: sets
      .map(({ asOf, labels }) => ({
        date: localDate(asOf, app.workspace.zone),
        customers: labels.length,
        positives: labels.reduce((sum, own) => sum + own, 0),
      }))
      .toReversed(),
    enough,
    can_learn: learnable,
    warnings: await questionWarnings(app, wanted),
    verdict: verdictOf(sets.length, learnable, enough.findLast(({ enough: own }) => own)?.label),
  };
}

/** Names in a question that nothing is known of here, each with what was probably meant. */
export async function questionWarnings(app: App, wanted: Omit<NewPrediction, 'name'>): Promise<readonly string[]> {
  const { outcome, among } = await askedBy(app, wanted);
  const vocabulary = await vocabularyOf(app);
  const said = [outcome, ...(among === null ? [] : [among])].flatMap((text) => checkedCondition(text, vocabulary).warnings);
  return [
    ...said.map(({ message, hint }) => `${message} ${hint}`.trim()),
    ...(await neverSold(app, wanted.target)),
    ...(await notKnownThen(app, vocabulary, [outcome, ...(among === null ? [] : [among])])),
  ];
}

/** Traits that say how things stand now: what they were at an earlier moment nobody wrote down. */
async function notKnownThen(app: App, vocabulary: Vocabulary, texts: readonly string[]): Promise<readonly string[]> {
  const asked = new Set<string>();
  for (const text of texts) for (const name of await wordsIn(app, text, vocabulary, 'without')) asked.add(name);
  const words = [...asked].flatMap((name) => vocabulary.attributes.get(name) ?? []).filter((word) => word.table === 'attributes');
  return words
    .filter((word) => ['told', 'restates'].includes(standingOf(word)))
    .map(
      ({ label }) =>
        `“${label}” says how things stand on the day of its import: at earlier moments it counts as unknown until then, so there may be nobody to learn from.`,
    );
}

function verdictOf(cutOffs: number, able: boolean, best: string | undefined): string {
  if (cutOffs < 2) return 'There is too little history for this horizon: choose a shorter one, or wait. Until then everybody gets the share of all.';
  if (!able) return 'It happened too seldom, or nearly always, to learn who does it: everybody gets the share of all, with its interval.';
  return `Enough to learn from, up to ${best ?? 'the share of all'}.`;
}
