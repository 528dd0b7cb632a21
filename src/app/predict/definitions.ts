import type { NewPrediction, PredictionDefinition, PredictionTarget } from '../../contract/index.ts';
import { readSetting, writeSetting } from '../../control/index.ts';
import { ClienteleError, formatInstant, slugify } from '../../core/index.ts';
import type { ClassifierTask } from '../../predict/index.ts';
import { checkedCondition } from '../conditions.ts';
import type { App } from '../open.ts';
import { vocabularyOf } from '../vocabulary.ts';

const key = 'predictions';

/** What somebody asked: who will … */
export async function listDefinitions(app: Pick<App, 'control'>): Promise<readonly PredictionDefinition[]> {
  return ((await readSetting(app.control, key)) as readonly PredictionDefinition[] | null | undefined) ?? [];
}

export const taskOfDefinition = ({ outcome, among, horizon_days }: PredictionDefinition): ClassifierTask => ({
  outcome,
  among,
  horizonDays: horizon_days,
  events: 'of-the-shop',
});

/** Keeps a new question. Throws `prediction.exists`, and `segment.syntax` where a condition can not be read. */
export async function definePrediction(app: App, wanted: NewPrediction, author: string): Promise<PredictionDefinition> {
  const slug = slugify(wanted.name);
  const model = `will-${slug}`;
  const known = await listDefinitions(app);
  if (known.some((one) => one.model === model)) throw new ClienteleError('prediction.exists', { name: wanted.name });
  const { outcome, among } = await askedBy(app, wanted);
  const definition: PredictionDefinition = {
    model,
    name: wanted.name,
    target: wanted.target,
    horizon_days: wanted.horizon_days,
    among,
    outcome,
    trait: `predicted.will_${slug.replaceAll('-', '_')}`,
    author,
    created_at: formatInstant(app.effects.now()),
  };
  await writeSetting(app.control, key, [...known, definition]);
  return definition;
}

/** A question that somebody defined. Throws `model.unknown`. */
export async function readDefinition(app: Pick<App, 'control'>, model: string): Promise<PredictionDefinition> {
  const known = await listDefinitions(app);
  const found = known.find((one) => one.model === model);
  if (found === undefined) throw new ClienteleError('model.unknown', { model, models: known.map((one) => one.model).join(', ') });
  return found;
}

/** Forgets a question that somebody defined. Its trained versions stay in the store; stop it first, so that its trait goes. */
export async function removeDefinition(app: App, model: string): Promise<PredictionDefinition> {
  const found = await readDefinition(app, model);
  const known = await listDefinitions(app);
  await writeSetting(
    app.control,
    key,
    known.filter((one) => one.model !== model),
  );
  return found;
}

/** The target as a condition at the end of the horizon, and of whom it is asked, both as the language writes them. */
export async function askedBy(
  app: App,
  { target, horizon_days, among }: Omit<NewPrediction, 'name'>,
): Promise<{ readonly outcome: string; readonly among: string | null }> {
  const vocabulary = await vocabularyOf(app);
  const said = (text: string): string => {
    if (/\b(predicted|cluster)\./i.test(text)) throw new ClienteleError('prediction.circular', {});
    return checkedCondition(text, vocabulary).text;
  };
  const asked = among ?? amongOf(target);
  return { outcome: said(outcomeOf(target, horizon_days)), among: asked === null ? null : said(asked) };
}

function outcomeOf(target: PredictionTarget, days: number): string {
  const window = `in last ${days} days`;
  switch (target.kind) {
    case 'order':
      return `count(orders ${window}) >= 1`;
    case 'product':
      return `count(items where name = ${quoted(target.product)} ${window}) >= 1`;
    case 'category':
      return `count(items where category = ${quoted(target.category)} ${window}) >= 1`;
    case 'event':
      return `count(${quoted(target.event)} ${window}) >= 1`;
    case 'segment':
      return `in segment ${quoted(target.segment)}`;
    case 'condition':
      return target.text;
  }
}

/** Purchases are asked of those who ordered before; entering a segment of those who are not in it. */
function amongOf(target: PredictionTarget): string | null {
  switch (target.kind) {
    case 'order':
    case 'product':
    case 'category':
      return 'orders >= 1';
    case 'segment':
      return `not in segment ${quoted(target.segment)}`;
    case 'event':
    case 'condition':
      return null;
  }
}

/** A text as the language reads it back. JSON's escapes are among those that the language knows. */
const quoted = (text: string): string => JSON.stringify(text);
