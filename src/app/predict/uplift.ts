import { type UpliftAnswer, upliftRequest, type UpliftRequest } from '../../contract/schemas.ts';
import { ClienteleError, day, type Instant, instant } from '../../core/index.ts';
import { findUplift, type UpliftFound } from '../../predict/index.ts';
import { evaluateSegments } from '../../segments/index.ts';
import { namesMoment, readMoment } from '../as-of.ts';
import { checkedCondition } from '../conditions.ts';
import { insightAt } from '../insight/context.ts';
import { peopleOf } from '../insight/people-of.ts';
import { momentFor } from '../moment.ts';
import type { App } from '../open.ts';
import { listsOf } from '../segment-inputs.ts';
import { vocabularyOf } from '../vocabulary.ts';
import { shopOf } from './shop.ts';

export const upliftLabels = { none: 'the same for everybody', 'two-model': 'two models, one of each group', transformed: 'transformed outcome' } as const;

/** Whom a treatment that chance gave out has changed. Throws `segment.unknown`, `segment.syntax`, `date.invalid`, `setting.invalid` where the days after it are not over. */
export async function uplift(app: App, request: UpliftRequest): Promise<UpliftAnswer> {
  const { asOf, found } = await upliftFound(app, request);
  return answerOf(asOf, found);
}

/** The same with the model that was chosen, for whoever keeps it. */
export async function upliftFound(
  app: App,
  request: UpliftRequest,
): Promise<{ readonly asOf: string; readonly found: Awaited<ReturnType<typeof findUplift>> }> {
  const { as_of, treated, control, since: said, outcome, days, seed } = upliftRequest.parse(request);
  const context = await insightAt(app, as_of);
  const explicit = namesMoment(app, as_of);
  const since = readMoment(said, app.workspace.zone);
  const end = instant(since + days * day);
  if (end > context.at)
    throw new ClienteleError('setting.invalid', { name: 'days', value: String(days), expected: 'The days after the treatment must be over.' });
  const given = new Set((await peopleOf(app, treated, context.at, explicit)).members);
  const kept = new Set(
    (await peopleOf(app, control ?? `not (${(await peopleOf(app, treated, context.at, explicit)).expression})`, context.at, explicit)).members,
  );
  const outcomes = await membersAt(app, outcome, end);
  const found = await findUplift(app.warehouse, await shopOf(app), { treated: given, control: kept, outcome: outcomes, since, seed });
  return { asOf: context.asOf, found };
}

async function membersAt(app: App, text: string, at: Instant): Promise<ReadonlySet<number>> {
  const vocabulary = await vocabularyOf(app);
  const { tree } = checkedCondition(text, vocabulary);
  const moment = await momentFor(app, { at, explicit: true }, [tree], vocabulary);
  const [found] = await evaluateSegments(app.warehouse, [{ slug: 'asked', text }], { ...moment, now: at }, await listsOf(app));
  if (found?.status !== 'ok') throw new ClienteleError('segment.syntax', { detail: found?.reason ?? text, hint: 'Check the definition.' });
  return new Set(found.members());
}

function answerOf(asOf: string, found: UpliftFound): UpliftAnswer {
  const { treated, control, effect, balance, models, calibration, tenths } = found;
  const number = (value: number): number | null => (Number.isFinite(value) ? value : null);
  const rate = ({ people, positives }: UpliftFound['treated']) => ({ people, rate: people === 0 ? 0 : positives / people });
  return {
    as_of: asOf,
    sentence: sentenceOf(found),
    how: 'Features are as of the treatment. Each model is fitted on one half and judged on the other; the Qini value is the area between its curve and treating people at random, its error comes from leaving out a twentieth of the customers at a time. One is chosen only where it is better than random by more than that. What it expects of each is drawn towards what is true of all, by as much as held for people it had not seen (each half by the other). All of it rests on chance having decided who was treated: balance says whether it looks so.',
    treated: rate(treated),
    control: rate(control),
    effect: effect === undefined ? null : { difference: effect.difference, low: effect.low, high: effect.high, p: effect.pValue },
    balance: { auc: number(balance.auc), suspicious: balance.suspicious },
    models: models.map(({ kind, qini, error, top30, bottomHalf, chosen }) => ({
      kind,
      label: upliftLabels[kind],
      qini: qini.qini,
      qini_error: error,
      relative: qini.relative ?? null,
      auuc: qini.auuc,
      top_30: number(top30),
      bottom_half: number(bottomHalf),
      chosen,
      curve: thinned(qini.points),
    })),
    calibration: calibration === undefined ? null : { slope: calibration.slope, error: calibration.slopeError },
    tenths: tenths.map(({ expected, uplift: own, bounds, treated: t, control: c }) => ({
      expected,
      uplift: number(own),
      low: bounds?.low ?? null,
      high: bounds?.high ?? null,
      treated: t,
      control: c,
    })),
  };
}

/** A hundred points draw a curve as well as all. */
function thinned<T>(points: readonly T[]): T[] {
  const every = Math.max(1, Math.floor(points.length / 100));
  return points.filter((_, at) => at % every === 0 || at === points.length - 1);
}

function sentenceOf({ treated, control, effect, balance, models }: UpliftFound): string {
  if (effect === undefined) return 'There is nobody to compare: one of the two groups is empty.';
  const share = (value: number): string => `${(100 * value).toFixed(1)}%`;
  const points = (value: number): string => (100 * value).toFixed(1);
  const doubt = balance.suspicious
    ? ' But the two groups were different before: something else than chance decided who was treated, so this proves nothing.'
    : '';
  const start = `${share(treated.positives / treated.people)} of the treated did it, ${share(control.positives / control.people)} of the others: ${points(effect.difference)} points more (${points(effect.low)} to ${points(effect.high)}).`;
  const chosen = models.find((model) => model.chosen);
  if (chosen === undefined || chosen.kind === 'none')
    return `${start} Nothing that is known tells whom it changes: it works alike for all, or there are too few to tell.${doubt}`;
  return `${start} It changes some far more than others: by ${points(chosen.top30)} points in the 30% most changed, by ${points(chosen.bottomHalf)} in the lower half.${doubt}`;
}
