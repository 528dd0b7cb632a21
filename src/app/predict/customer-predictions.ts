import type { CustomerPredictions, CustomerScore } from '../../contract/index.ts';
import { chanceOf, shareOf, ClienteleError, formatInstant } from '../../core/index.ts';
import {
  approvedModels,
  forecastCustomer,
  type Matrix,
  orderWithin,
  readMatrix,
  reasonsOf,
  type Shop,
  scoreMatrix,
  type StoredModel,
  type ToldSilence,
  type ValueModel,
} from '../../predict/index.ts';
import { ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { resolveAsOf } from '../as-of.ts';
import { featuresTableFor } from '../moment.ts';
import type { App } from '../open.ts';
import { foresightOf, foresightsOf } from './foresight.ts';
import { type ActingSilence, actingLeaving, actingSilence, silenceDays } from './acting-silence.ts';
import { type KeptClassifier, nextOrder } from './kinds/classifier.ts';
import { type KeptGrouping, namesOf } from './kinds/groups.ts';
import type { Foresight } from './kinds/kind.ts';
import { weekdayNames } from './kinds/timing.ts';
import { shopOf } from './shop.ts';
import { type Leaver, leaverAt } from './left-members.ts';
import { readCard } from './read-card.ts';
import { toldOfLeaving, toldOfMayLeave } from './told-of-leaving.ts';
import { profileOf } from '../profile-of.ts';

/** All that the models which act say of one customer, and why. Throws `customer.unknown`. */
export async function customerPredictions(app: App, id: string, asOf: string | undefined): Promise<CustomerPredictions> {
  const { profile, at, table, shop } = await lookedAt(app, id, asOf);
  const acting = await approvedModels(app.control);
  const value = acting.find(({ model }) => model === 'value');
  const leaver = await leaverAt(app, profile, at, silenceDays(acting));
  const scores: CustomerScore[] = [];
  for (const foresight of await foresightsOf(app)) {
    const stored = acting.find(({ model }) => model === foresight.model);
    if (stored === undefined || foresight.kind !== 'classifier') continue;
    const found = await scoreOf(app, shop, foresight, stored, { profile, at, table }, { acting, leaver });
    if (found !== undefined) scores.push(found);
  }
  const away = actingSilence(acting);
  const silence = away === undefined ? undefined : scores.find(({ model }) => model === away.stored.model);
  const leaving = actingLeaving(acting);
  const mayLeave = leaving === undefined ? undefined : scores.find(({ model }) => model === leaving.stored.model);
  return {
    profile,
    as_of: formatInstant(at),
    value:
      value === undefined
        ? null
        : ((await valueOf(
            app,
            shop,
            value,
            { profile, at, table },
            { acts: away !== undefined, says: away === undefined ? undefined : toldBy(away, silence), leaver, mayLeave },
          )) ?? null),
    scores,
    group: await groupOf(app, acting, profile, table),
    leaning: await leaningOf(app, acting, profile, table),
    timing: await timingOf(app, acting, profile, table),
  };
}

/** What one classifier says of one customer. Throws `customer.unknown`, `model.unknown`, `model.unapproved`, `model.no-customer`. */
export async function customerScore(app: App, model: string, id: string, asOf: string | undefined): Promise<CustomerScore> {
  const foresight = await foresightOf(app, model);
  const acting = await approvedModels(app.control);
  const stored = acting.find((own) => own.model === model);
  if (stored === undefined) throw new ClienteleError('model.unapproved', { model, version: 1 });
  const { profile, at, table, shop } = await lookedAt(app, id, asOf);
  const leaver = await leaverAt(app, profile, at, silenceDays(acting));
  const found = foresight.kind === 'classifier' ? await scoreOf(app, shop, foresight, stored, { profile, at, table }, { acting, leaver }) : undefined;
  if (found === undefined) throw new ClienteleError('model.no-customer', { model, id });
  return found;
}

type Looked = { readonly profile: number; readonly at: Parameters<typeof formatInstant>[0]; readonly table: string };

async function lookedAt(app: App, id: string, asOf: string | undefined): Promise<Looked & { readonly shop: Shop }> {
  const moment = await resolveAsOf(app, asOf);
  const profile = await profileOf(app, id);
  const table = await featuresTableFor(app, moment);
  return { profile, at: moment.at, table, shop: await shopOf(app) };
}

async function scoreOf(
  app: App,
  shop: Shop,
  { model, traits }: Foresight,
  stored: StoredModel,
  { profile, at, table }: Looked,
  { acting, leaver }: { readonly acting: readonly StoredModel[]; readonly leaver: Leaver | undefined },
): Promise<CustomerScore | undefined> {
  const kept = stored.content as KeptClassifier;
  const matrix = await readMatrix(app.warehouse, at, shop, { table, profiles: [profile] });
  const scored = await scoreMatrix(app.warehouse, shop, kept, matrix, table);
  const [told] = scored.probabilities;
  const [trait] = traits(app, kept);
  if (told === undefined || trait === undefined) return undefined;
  const silence = actingSilence(acting);
  const away = model === nextOrder.model && silence?.stored.model !== model ? silence : undefined;
  const probability =
    away === undefined ? told : heldBy(away.kept, leaver?.told ?? (await silenceOf(app, shop, away, matrix, table)), { told, days: kept.task.horizonDays });
  const [reasons = []] = reasonsOf(kept, scored.table, Uint32Array.of(0), shop);
  const ranked = await app.warehouse.row<{ rank: number | null }>(sql`
    select (count(*) filter (where ${ident(trait.column)} < ${probability}) / nullif(count(${ident(trait.column)}), 0))::DOUBLE as rank from ${ident(table)}`);
  const days = kept.task.horizonDays;
  const { low, high } = intervalOf(kept, probability);
  const { title, question } = readCard(stored);
  return {
    model,
    version: stored.version,
    title,
    question,
    horizon_days: days,
    trait: trait.name,
    probability,
    low,
    high,
    base_rate: kept.baseRate,
    rank: ranked?.rank ?? 0,
    reasons,
    sentence: sentenceOf(title, probability, { low, high }, kept.baseRate, days),
  };
}

type Told = { readonly told: number; readonly days: number };

/** The chance of an order soon, as far as who stays away leaves room for it. */
const heldBy = ({ task }: KeptClassifier, away: { readonly probability: number } | undefined, { told, days }: Told): number =>
  away === undefined ? told : orderWithin(told, days, { probability: away.probability, days: task.horizonDays });

/** What a model of who stays away says of the one customer of a matrix; undefined of whom it is not asked. */
async function silenceOf(app: App, shop: Shop, { kept }: ActingSilence, matrix: Matrix, table: string): Promise<{ readonly probability: number } | undefined> {
  const [probability] = (await scoreMatrix(app.warehouse, shop, kept, matrix, table)).probabilities;
  return probability === undefined ? undefined : { probability };
}

/** Those on whom a model was tried who had the nearest chances. */
const nearestTo = ({ bins }: Pick<KeptClassifier, 'bins'>, probability: number): KeptClassifier['bins'][number] | undefined =>
  bins.reduce<KeptClassifier['bins'][number] | undefined>(
    (best, own) => (best === undefined || Math.abs(own.predicted - probability) < Math.abs(best.predicted - probability) ? own : best),
    undefined,
  );

/** Between which shares customers with such a score lay where it could be checked; as wide as can be where it could not. */
export function intervalOf(kept: Pick<KeptClassifier, 'bins' | 'surest'>, probability: number): { readonly low: number; readonly high: number } {
  const [nearest, top] = [nearestTo(kept, probability), kept.bins.at(-1)];
  if (nearest === undefined || top === undefined) return { low: 0, high: 1 };
  // Beyond whom nobody was seen: what came of those it was surest of is all that is known.
  const most = kept.surest === undefined ? 1 : Math.max(top.high, probability);
  if (kept.surest !== undefined && probability >= kept.surest) return { low: top.low, high: most };
  // The bin's own interval, moved to where the customer stands within it; where what was foretold of the bin lay outside of it, as far on the other side as it is wide.
  const [shift, half] = [probability - nearest.predicted, (nearest.high - nearest.low) / 2];
  return {
    low: Math.max(0, Math.min(nearest.low + shift, probability - half)),
    high: Math.min(most, Math.max(nearest.high + shift, probability + half)),
  };
}

function sentenceOf(
  title: string,
  probability: number,
  { low, high }: { readonly low: number; readonly high: number },
  base: number | null,
  days: number,
): string {
  const usual = base === null ? '' : `; of all, ${shareOf(base)} did in the ${days} days before`;
  return `${title} within ${days} days: ${chanceOf(probability)} (${Math.round(100 * low)} to ${Math.round(100 * high)}%)${usual}.`;
}

/** Whether a model of who stays away acts and what it says of the customer; of a member who left, what became of such; of one who may leave, how likely that is. */
type StaysAway = {
  readonly acts: boolean;
  readonly says: ToldSilence | undefined;
  readonly leaver: Leaver | undefined;
  readonly mayLeave: CustomerScore | undefined;
};

async function valueOf(app: App, shop: Shop, stored: StoredModel, looked: Looked, away: StaysAway) {
  const { warehouse, workspace } = app;
  const { profile, at, table } = looked;
  const matrix = () => readMatrix(warehouse, at, shop, { table, profiles: [profile] });
  const { leaver } = away;
  const told = await forecastCustomer(warehouse, stored.content as ValueModel, {
    profile,
    at,
    workspace,
    name: `${stored.model} ${stored.version} (${stored.method})`,
    matrix,
    charged: away.mayLeave !== undefined,
    silence: leaver?.told ?? (away.acts ? away.says : await rhythmSays(warehouse, shop, stored, matrix, table)),
  });
  return told === undefined ? undefined : toldOfLeaving(app, leaver, toldOfMayLeave(told, away.mayLeave));
}

/** What a score says of a customer's silence. */
export const toldBy = ({ none }: ActingSilence, score: CustomerScore | undefined): ToldSilence | undefined =>
  score === undefined || score.horizon_days === null ? undefined : { title: score.title, days: score.horizon_days, probability: none(score.probability) };

/** What the value model itself says of one customer's silence, by their own rhythm. */
export async function rhythmSays(
  warehouse: Warehouse,
  shop: Shop,
  { content }: StoredModel,
  matrix: () => Promise<Matrix>,
  table: string,
): Promise<ToldSilence | undefined> {
  const { rhythm } = content as ValueModel;
  if (rhythm === undefined) return undefined;
  const { probabilities } = await scoreMatrix(warehouse, shop, rhythm, await matrix(), table);
  const [probability] = probabilities;
  return probability === undefined ? undefined : { title: null, days: rhythm.task.horizonDays, probability };
}

async function groupOf(app: App, acting: readonly StoredModel[], profile: number, table: string): Promise<CustomerPredictions['group']> {
  const stored = acting.find(({ model }) => model === 'groups');
  if (stored === undefined) return null;
  const kept = stored.content as KeptGrouping;
  const row = await app.warehouse.row<{ number: number | null }>(sql`select cluster_group as number from ${ident(table)} where profile = ${profile}`);
  const found = (await namesOf(app, kept)).find(({ number }) => number === row?.number);
  if (found === undefined) return null;
  return { number: found.number, name: found.name, description: kept.answer.groups.find(({ number }) => number === found.number)?.description ?? '' };
}

async function leaningOf(app: App, acting: readonly StoredModel[], profile: number, table: string): Promise<CustomerPredictions['leaning']> {
  if (!acting.some(({ model }) => model === 'recommendations')) return null;
  // All columns: a refresh by an older version has left none of this name.
  const row = await app.warehouse.row<{ predicted_category?: string | null; favourite_category: string | null }>(
    sql`select * from ${ident(table)} where profile = ${profile}`,
  );
  const { predicted_category: category = null, favourite_category: favourite = null } = row ?? {};
  if (category === null) return null;
  const why =
    favourite === null
      ? ', by what they looked at'
      : favourite === category
        ? ', by what they bought'
        : `, by what they bought and looked at; by what they bought alone it would be ${favourite}`;
  return { category, sentence: `Leans to ${category}${why}.` };
}

async function timingOf(app: App, acting: readonly StoredModel[], profile: number, table: string): Promise<CustomerPredictions['timing']> {
  if (!acting.some(({ model }) => model === 'timing')) return null;
  const basket = acting.some(({ model }) => model === 'value') ? sql`predicted_spend` : sql`average_order_value`;
  const row = await app.warehouse.row<{ weekday: string | null; hour: number | null; basket: number | null }>(
    sql`select predicted_best_weekday as weekday, predicted_best_hour as hour, ${basket}::DOUBLE as basket from ${ident(table)} where profile = ${profile}`,
  );
  if (row === undefined || (row.weekday === null && row.hour === null)) return null;
  const from = row.hour === null ? '' : ` about ${row.hour}:00`;
  return {
    weekday: row.weekday === null ? null : weekdayNames.indexOf(row.weekday),
    hour: row.hour,
    basket: row.basket,
    sentence: (await saidNo(app, profile))
      ? `Said no to e-mail marketing. What is about their orders reaches them best on ${row.weekday ?? 'any day'}${from}.`
      : `Best written to on ${row.weekday ?? 'any day'}${from}.`,
  };
}

/** Whether a customer was asked whether they may be written to, and said no. */
async function saidNo({ warehouse }: App, profile: number): Promise<boolean> {
  const asked = await warehouse.rows<{ column: string }>(
    sql`select "column" from trait_columns where name in ('accepts_email_marketing', 'accepts_email') and type = 'boolean'`,
  );
  for (const { column } of asked)
    if ((await warehouse.row(sql`select 1 from attributes where profile = ${profile} and ${ident(column)} = false`)) !== undefined) return true;
  return false;
}
