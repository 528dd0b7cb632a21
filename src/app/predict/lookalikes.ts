import { createHash } from 'node:crypto';
import { type KeptLookalikeEntry, type LookalikeAnswer, lookalikeRequest, type LookalikeRequest } from '../../contract/schemas.ts';
import { readSetting, writeSetting } from '../../control/index.ts';
import { ClienteleError, formatInstant, slugify } from '../../core/index.ts';
import { fitLookalike, type FittedLookalike, type Lookalike, lookalikeSizes, type LookalikeSize, scoreLookalike } from '../../predict/index.ts';
import { sql } from '../../sql/index.ts';
import { namesMoment } from '../as-of.ts';
import { insightAt } from '../insight/context.ts';
import { peopleOf } from '../insight/people-of.ts';
import { beforeSettingsChange } from '../before-settings-change.ts';
import type { App } from '../open.ts';
import { vocabularyOf } from '../vocabulary.ts';
import { shopOf } from './shop.ts';
import { wordsIn } from './words-in.ts';

const key = 'lookalikes';
/** As it is kept: what scoring needs beside what people read. */
type Kept = KeptLookalikeEntry & { readonly model: Lookalike };

const fewestMembers = 20;

/** Who is like the members of a segment and not among them: how well that can be told, what tells it, and how many there are. Nothing is kept. */
export async function lookalikes(app: App, request: LookalikeRequest): Promise<LookalikeAnswer> {
  const { fitted, answer } = await found(app, request);
  const slug = keptSlug(answer.segment);
  const kept = (await listKept(app)).find((one) => one.slug === slug);
  return told(answer, fitted, kept);
}

/**
 * Keeps the look-alikes of a segment as a trait that every refresh computes anew, `predicted.like_…`, so that any segment can use it. The same segment again replaces its own. Throws
 * `lookalike.few`, `lookalike.left`, `segment.unknown`.
 */
export async function keepLookalikes(app: App, request: LookalikeRequest, author: string): Promise<LookalikeAnswer> {
  const { fitted, answer } = await found(app, request);
  const { name } = answer.segment;
  const slug = keptSlug(answer.segment);
  const trait = `predicted.like_${slug.replaceAll('-', '_')}`;
  const kept: Kept = {
    slug,
    segment: name,
    trait,
    trained_at: formatInstant(app.effects.now()),
    as_of: answer.as_of,
    by: author,
    method: answer.method,
    auc: answer.quality.auc,
    model: fitted.model,
  };
  await beforeSettingsChange(app);
  await writeSetting(app.control, key, [...(await listKept(app)).filter((one) => one.slug !== slug), kept]);
  await refreshed(app, request.as_of);
  return told(answer, fitted, kept);
}

/** What they are kept by: the segment's slug; of a definition its text, with a mark of the whole of it where it is long or has no letters, so that no other takes its place. */
function keptSlug({ slug, name }: LookalikeAnswer['segment']): string {
  const own = slug ?? slugify(name);
  if (slug !== null || (own !== '' && own.length <= longest)) return own;
  return `${own.slice(0, longest - 9) || 'asked'}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}

const longest = 40;

export async function keptLookalikes(app: Pick<App, 'control'>): Promise<readonly KeptLookalikeEntry[]> {
  return (await listKept(app)).map(({ slug, segment, trait, trained_at, as_of, by, method, auc }) => ({
    slug,
    segment,
    trait,
    trained_at,
    as_of,
    by,
    method,
    auc,
  }));
}

/** Its trait goes with the refresh. Throws `lookalike.unknown`. */
export async function forgetLookalikes(app: App, slug: string): Promise<void> {
  const kept = await listKept(app);
  if (!kept.some((one) => one.slug === slug)) throw new ClienteleError('lookalike.unknown', { slug });
  await beforeSettingsChange(app);
  await writeSetting(
    app.control,
    key,
    kept.filter((one) => one.slug !== slug),
  );
  await refreshed(app, undefined);
}

/** Loaded when needed: a refresh applies look-alikes, so the two would import each other. */
async function refreshed(app: App, asOf: string | undefined): Promise<void> {
  const { refreshAll } = await import('../refresh.ts');
  await refreshAll(app, asOf);
}

async function listKept({ control }: Pick<App, 'control'>): Promise<readonly Kept[]> {
  return ((await readSetting(control, key)) as readonly Kept[] | null | undefined) ?? [];
}

type Found = { readonly fitted: FittedLookalike; readonly answer: Omit<LookalikeAnswer, 'sentence'> };

async function found(app: App, request: LookalikeRequest): Promise<Found> {
  const { as_of, segment, seed } = lookalikeRequest.parse(request);
  const context = await insightAt(app, as_of);
  const people = await peopleOf(app, segment, context.at, namesMoment(app, as_of));
  const vocabulary = await vocabularyOf(app);
  if (people.members.length < fewestMembers)
    throw new ClienteleError('lookalike.few', { name: people.name, members: people.members.length, needed: fewestMembers });
  const everybody = await app.warehouse.row<{ n: number }>(sql`select count(*)::INTEGER as n from ${context.features}`);
  const others = Math.max(0, (everybody?.n ?? 0) - people.members.length);
  if (others < fewestMembers) throw new ClienteleError('lookalike.left', { name: people.name, others, needed: fewestMembers });
  const leftOut = await wordsIn(app, people.expression, vocabulary);
  const fitted = await fitLookalike(app.warehouse, await shopOf(app), { members: people.members, at: context.at, leftOut, seed, table: context.featuresTable });
  const { quality, choice } = fitted;
  const number = (value: number): number | null => (Number.isFinite(value) ? value : null);
  const answer: Found['answer'] = {
    as_of: context.asOf,
    how: 'A model learns from everything known as of this moment to tell members from others, without what the definition itself asks; each customer is scored by a model that had not seen them. Probabilities are calibrated; sizes count those who are no members.',
    segment: { name: people.name, slug: people.slug, people: people.members.length, expression: people.expression },
    method: choice.kind,
    because: choice.reason,
    quality: {
      auc: number(quality.auc),
      average_precision: number(quality.averagePrecision),
      base_rate: quality.rows === 0 ? 0 : quality.positives / quality.rows,
      calibration_error: number(quality.calibrationError),
    },
    left_out: [...new Set([...leftOut, ...fitted.model.leftOut])],
    drivers: fitted.importance.map(({ name, importance }) => ({ name, label: vocabulary.attributes.get(name)?.label ?? name, importance })),
    sizes: [],
    trait: null,
  };
  return { fitted, answer };
}

type Told = Pick<Kept, 'trait' | 'model'>;

/** Those who are like them at several sizes, by the model that is kept where one is: its condition finds exactly the people who are counted. */
function told(answer: Omit<LookalikeAnswer, 'sentence'>, fitted: FittedLookalike, kept: Told | undefined): LookalikeAnswer {
  const { probabilities } = scoreLookalike(kept?.model ?? fitted.model, fitted);
  const sizes = lookalikeSizes(fitted, probabilities);
  return {
    ...answer,
    sentence: sentenceOf(answer.segment.name, fitted, sizes),
    trait: kept?.trait ?? null,
    sizes: sizes.map(({ people, atLeast, mean, membersFound, lift, limit }) => ({
      people,
      at_least: atLeast,
      mean,
      members_found: membersFound,
      lift,
      expression: kept === undefined ? null : `${kept.trait} >= ${limit} and not (${answer.segment.expression})`,
    })),
  };
}

function sentenceOf(name: string, { quality }: FittedLookalike, sizes: readonly LookalikeSize[]): string {
  if (!(quality.auc > 0.5 + 2 * quality.aucStandardError)) return `Nothing that is known tells who is like ${name}: no better than chance.`;
  const same = sizes.find(({ people }) => people >= quality.positives) ?? sizes.at(-1);
  const right = `shown a member and another customer that it had not seen, the model picks the member ${Math.round(quality.auc * 100)} times in 100`;
  // Who are all the others are as likely as all the others.
  if (same === undefined || same.lift === null || same.people >= quality.rows - quality.positives) return `Of ${name}: ${right}.`;
  return `The ${same.people.toLocaleString('en-GB')} customers most like ${name} are ${same.lift.toFixed(1)} times as likely to be like them as those who are not among them usually are; ${right}.`;
}
