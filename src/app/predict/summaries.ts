import type { ModelFigure, PredictionSummary } from '../../contract/index.ts';
import { day, type Instant, parseInstant } from '../../core/index.ts';
import { listModels, type StoredModel } from '../../predict/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import { resolveAsOf } from '../as-of.ts';
import type { App } from '../open.ts';
import { driftNoted } from './drift.ts';
import { foresightOf, foresightsOf } from './foresight.ts';
import type { Foresight } from './kinds/kind.ts';
import { noBetter } from './no-better.ts';
import { becauseOf, readCard } from './read-card.ts';
import { foresightSettings } from './settings.ts';

type Brief = PredictionSummary['acting'];

/** Every model with the version that acts, what waits for approval, and whether it should be trained again. */
export async function predictionSummaries(app: App): Promise<readonly PredictionSummary[]> {
  const all = await listModels(app.control);
  const found: PredictionSummary[] = [];
  for (const foresight of await foresightsOf(app))
    found.push(
      await summaryOf(
        app,
        foresight,
        all.filter(({ model }) => model === foresight.model),
      ),
    );
  return found;
}

/** One of them. Throws `model.unknown`. */
export async function predictionSummary(app: App, model: string): Promise<PredictionSummary> {
  return summaryOf(app, await foresightOf(app, model), await listModels(app.control, model));
}

async function summaryOf(app: App, foresight: Foresight, versions: readonly StoredModel[]): Promise<PredictionSummary> {
  const { model, kind, title, question, asks, definition, traits } = foresight;
  const acting = versions.find(({ status }) => status === 'approved');
  const challenger = challengerOf(versions);
  const shown = acting ?? versions[0];
  const card = shown === undefined ? undefined : readCard(shown);
  const drift = acting === undefined ? null : await driftNoted(app, model);
  const { at } = await resolveAsOf(app, undefined);
  const asked = card ?? (await asks?.(app, at)) ?? { title, question };
  const run = await app.warehouse.row<{ customers: number }>(sql`select customers from score_runs where model = ${model} order by scored_at desc limit 1`);
  return {
    model,
    kind,
    title: asked.title,
    question: asked.question,
    horizon_days: card?.horizon_days ?? definition?.horizon_days ?? null,
    built_in: definition === null,
    definition,
    acting: briefOf(acting),
    challenger: briefOf(challenger),
    age_days: acting === undefined ? null : Math.max(0, Math.floor((at - (parseInstant(acting.as_of) ?? at)) / day)),
    customers: acting === undefined ? null : (run?.customers ?? null),
    traits: traits(app, acting?.content ?? null).map(({ name }) => name),
    drift: drift?.level ?? null,
    stale: acting === undefined ? null : ((await reasonToTrain(app, foresight, versions[0] ?? acting, at, drift?.level ?? null))?.said ?? null),
    job: null,
  };
}

/** The newest candidate that came after the version that acts. */
export function challengerOf(versions: readonly StoredModel[]): StoredModel | undefined {
  const acting = versions.find(({ status }) => status === 'approved')?.version ?? 0;
  return versions.find(({ status, version }) => status === 'candidate' && version > acting);
}

export const briefOf = (stored: StoredModel | undefined): Brief =>
  stored === undefined
    ? null
    : {
        version: stored.version,
        status: stored.status,
        method: readCard(stored).method,
        trained_at: stored.trained_at,
        as_of: stored.as_of,
        approved_at: stored.approved_at,
        headline: headlineOf(stored),
        because: becauseOf(stored),
        no_better: noBetter(readCard(stored)),
      };

const headlineOf = (stored: StoredModel): ModelFigure | null => readCard(stored).quality[0] ?? null;

/** As it is said of the newest version until there is a newer one, and of that one from then on. */
type Reason = { readonly said: string; readonly because: string };

/** A week after training the same customers have hardly moved: drift alone asks for no other training before. */
const quietDays = 7;

/**
 * Why a challenger should be trained, or null: the newest version was asked something else than this shop is asked now (its customers are known as members since), is old, or customers are no longer those that were learned from. Where nobody has ordered or done anything since it learned there is nothing new
 * to learn: all that has changed is how long everybody has been silent, and a version of now would learn from that silence.
 */
async function reasonToTrain(app: App, { asks }: Foresight, newest: StoredModel, at: Instant, drift: PredictionSummary['drift']): Promise<Reason | null> {
  const asked = await asks?.(app, at);
  if (asked !== undefined && asked.title !== readCard(newest).title)
    return {
      said: `It is asked “${asked.title}” now, as fits this shop. Train it again.`,
      because: `The version before it was asked “${readCard(newest).title}”; “${asked.title}” fits this shop.`,
    };
  const { retrain_days, retrain_on_drift } = await foresightSettings(app.control);
  const until = parseInstant(newest.as_of) ?? at;
  const age = Math.floor((at - until) / day);
  const old = retrain_days !== null && age >= retrain_days;
  const moved = retrain_on_drift && drift === 'strong' && age >= quietDays;
  if ((!old && !moved) || !(await anythingSince(app, until))) return null;
  return old
    ? {
        said: `It learned from facts until ${age} days ago, and is to be trained again after ${retrain_days}.`,
        because: `The version before it had learned from facts until ${age} days before; models learn again after ${retrain_days} days.`,
      }
    : { said: 'Customers are no longer those that it learned from.', because: 'Customers were no longer those that the version before it had learned from.' };
}

async function anythingSince({ warehouse }: App, until: Instant): Promise<boolean> {
  const found = await warehouse.row<{ any: boolean }>(sql`select exists (select 1 from orders where ordered_at > ${timestamp(until)})
    or exists (select 1 from events where occurred_at > ${timestamp(until)}) as any`);
  return found?.any ?? false;
}

/** Models that act and should learn again, and why: a challenger is trained for each, which acts only when somebody approves it. */
export async function modelsToTrain(app: App): Promise<readonly { readonly model: string; readonly because: string }[]> {
  const all = Map.groupBy(await listModels(app.control), ({ model }) => model);
  const { at } = await resolveAsOf(app, undefined);
  const found: { readonly model: string; readonly because: string }[] = [];
  for (const foresight of await foresightsOf(app)) {
    const { model } = foresight;
    const [newest, ...older] = all.get(model) ?? [];
    if (newest === undefined || ![newest, ...older].some(({ status }) => status === 'approved')) continue;
    const reason = await reasonToTrain(app, foresight, newest, at, (await driftNoted(app, model))?.level ?? null);
    if (reason !== null) found.push({ model, because: reason.because });
  }
  return found;
}
