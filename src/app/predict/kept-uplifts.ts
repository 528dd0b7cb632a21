import { keepUpliftRequest, type KeepUpliftRequest, type KeptUplift } from '../../contract/schemas.ts';
import { readSetting, writeSetting } from '../../control/index.ts';
import { ClienteleError, formatInstant, slugify } from '../../core/index.ts';
import type { FittedUplift } from '../../predict/index.ts';
import { beforeSettingsChange } from '../before-settings-change.ts';
import type { App } from '../open.ts';
import { upliftFound, upliftLabels } from './uplift.ts';

const key = 'uplifts';
/** As it is kept: what scoring needs beside what people read. */
type StoredUplift = KeptUplift & { readonly model: FittedUplift['model'] };

/**
 * Keeps what a treatment is expected to change for each customer as a trait that every refresh computes anew, `predicted.uplift_…`: whom to treat is a condition on it. The same name again replaces its own. Throws
 * `uplift.none` where nothing tells whom it changes, and what `uplift` throws.
 */
export async function keepUplift(app: App, request: KeepUpliftRequest, author: string): Promise<KeptUplift> {
  const { name, ...asked } = keepUpliftRequest.parse(request);
  const { found } = await upliftFound(app, asked);
  const chosen = found.models.find((one) => one.chosen);
  if (chosen === undefined || chosen.kind === 'none' || found.effect === undefined) throw new ClienteleError('uplift.none');
  const slug = slugify(name).slice(0, 40) || 'asked';
  const trait = `predicted.uplift_${slug.replaceAll('-', '_')}`;
  const entry: KeptUplift = {
    slug,
    name,
    trait,
    treated: asked.treated,
    control: asked.control ?? null,
    since: asked.since,
    outcome: asked.outcome,
    days: asked.days,
    kept_at: formatInstant(app.effects.now()),
    by: author,
    method: upliftLabels[chosen.kind],
    difference: found.effect.difference,
    top_30: Number.isFinite(chosen.top30) ? chosen.top30 : null,
    sizes: found.limits.map(({ share, atLeast }) => {
      const limit = Math.floor(atLeast * 100_000) / 100_000;
      return { share, at_least: limit, expression: `${trait} >= ${limit}` };
    }),
  };
  await beforeSettingsChange(app);
  await writeSetting(app.control, key, [...(await storedUplifts(app)).filter((one) => one.slug !== slug), { ...entry, model: found.model }]);
  await refreshed(app, asked.as_of);
  return entry;
}

export async function keptUplifts(app: Pick<App, 'control'>): Promise<readonly KeptUplift[]> {
  return (await storedUplifts(app)).map(({ model: _model, ...entry }) => entry);
}

/** Its trait goes with the refresh. Throws `uplift.unknown`. */
export async function forgetUplift(app: App, slug: string): Promise<void> {
  const kept = await storedUplifts(app);
  if (!kept.some((one) => one.slug === slug)) throw new ClienteleError('uplift.unknown', { slug });
  await beforeSettingsChange(app);
  await writeSetting(
    app.control,
    key,
    kept.filter((one) => one.slug !== slug),
  );
  await refreshed(app, undefined);
}

async function storedUplifts({ control }: Pick<App, 'control'>): Promise<readonly StoredUplift[]> {
  return ((await readSetting(control, key)) as readonly StoredUplift[] | null | undefined) ?? [];
}

/** Loaded when needed: a refresh applies what is kept, so the two would import each other. */
async function refreshed(app: App, asOf: string | undefined): Promise<void> {
  const { refreshAll } = await import('../refresh.ts');
  await refreshAll(app, asOf);
}
