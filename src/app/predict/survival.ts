import type { SubscriptionCurve } from '../../contract/index.ts';
import { ClienteleError, type Instant } from '../../core/index.ts';
import {
  began,
  byBegin,
  byRun,
  byText,
  curveOf,
  curvesApart,
  hazardsOf,
  landmarkOf,
  ran,
  readMatrix,
  startTexts,
  type SubscriptionRequest,
  type SubscriptionSpells,
  subscriptionSpells,
  toCome,
  withoutHalfKnown,
} from '../../predict/index.ts';
import { membershipPairs } from '../../profiles/index.ts';
import { readMoment, resolveAsOf } from '../as-of.ts';
import type { App } from '../open.ts';
import { vocabularyOf } from '../vocabulary.ts';
import { shopOf } from './shop.ts';

export type SurvivalAsked = {
  /** Where they are not named, the commonest pair of events whose names say so. */
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly renewal?: string | undefined;
  readonly term?: number | undefined;
  /** A property of the start, or "began" or "ran" with the `date` that splits them. */
  readonly by?: string | undefined;
  readonly date?: string | undefined;
  readonly asOf: string | undefined;
};

/** A month where nothing else is said. */
const usualTerm = 31;
const usualPair = { begins: 'Subscription Started', ends: 'Subscription Cancelled' };

/** How long subscriptions last, from the events of these names, and what makes them end sooner or later. Throws `setting.invalid` and `date.invalid` where they can not be split so. */
export async function subscriptionSurvival(app: App, { start, end, renewal, term, by, date, asOf }: SurvivalAsked): Promise<SubscriptionCurve> {
  const { at } = await resolveAsOf(app, asOf);
  const [pair = usualPair] = start === undefined || end === undefined ? await membershipPairs(app.warehouse, at) : [];
  const request: SubscriptionRequest = {
    start: start ?? pair.begins,
    end: end ?? pair.ends,
    at,
    ...(renewal === undefined ? {} : { renewal: { name: renewal, term: term ?? usualTerm } }),
  };
  const spells = await subscriptionSpells(app.warehouse, request);
  const starts = await startTexts(app.warehouse, spells.duration.length);
  const curve = {
    ...curveOf(spells, request),
    choices: [...starts.map(({ name }) => name), began, ran],
    by: by === undefined ? null : curvesApart(partedBy(by, date, { starts, spells, at, zone: app.workspace.zone })),
    to_come: toCome(spells),
  };
  if (curve.ended === 0) return { ...curve, hazards: null };
  const landmark = landmarkOf(spells, at);
  const vocabulary = await vocabularyOf(app);
  const shop = await shopOf(app);
  const { profiles, table } = withoutHalfKnown(await readMatrix(app.warehouse, landmark, shop), shop.vocabulary);
  return { ...curve, hazards: hazardsOf(spells, { profiles, table, starts }, landmark, at, vocabulary) };
}

type Looked = { readonly starts: Awaited<ReturnType<typeof startTexts>>; readonly spells: SubscriptionSpells; readonly at: Instant; readonly zone: string };

function partedBy(by: string, date: string | undefined, { starts, spells, at, zone }: Looked) {
  const text = starts.find(({ name }) => name === by) ?? starts.find(({ name }) => name.toLowerCase() === by.toLowerCase());
  if (text !== undefined) return byText(spells, text);
  const split = { [began]: byBegin, [ran]: byRun }[by.toLowerCase()];
  if (split === undefined)
    throw new ClienteleError('setting.invalid', {
      name: 'by',
      value: by,
      expected: `They can be split by ${[...starts.map(({ name }) => `"${name}"`), `"${began}"`, `"${ran}"`].join(', ')}.`,
    });
  if (date === undefined)
    throw new ClienteleError('setting.invalid', { name: 'by', value: by, expected: 'It needs the day that splits them as well: `date`, such as 2026-05-01.' });
  return split(spells, readMoment(date, zone), at, zone);
}
