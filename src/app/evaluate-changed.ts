import { evaluateSegments, listSegments, storedSegments, storeEvaluations, withUsersOf } from '../segments/index.ts';
import { counter, setCounter } from '../warehouse/index.ts';
import type { AsOf } from './as-of.ts';
import { isOf } from './backfill.ts';
import { keptFeaturesServe, momentFor } from './moment.ts';
import type { App } from './open.ts';
import { evaluateAll } from './refresh.ts';
import { segmentInputs } from './segment-inputs.ts';

/**
 * Works out the members of segments that were changed, where the kept features are of this moment; else whoever asks next does it. While live data is at work all other members are as they should be: then only
 * those named are worked out, those whose definition or lists are others or that could not be computed before, and all that refer to one of them. Else time has moved others meanwhile, too.
 */
export async function evaluateChanged(app: App, at: AsOf, changed: readonly string[]): Promise<void> {
  const { warehouse } = app;
  if (!(await keptFeaturesServe(app, at))) return;
  if (app.keptUp !== true || at.explicit) return void (await evaluateAll(app, at));
  const segments = await listSegments(app.control);
  const stored = new Map((await storedSegments(warehouse)).map((one) => [one.slug, one]));
  const behind = segments.filter((segment) => !isOf(stored.get(segment.slug), segment) || stored.get(segment.slug)?.status === 'failed');
  const wanted = withUsersOf([...changed, ...behind.map(({ slug }) => slug)], segments);
  const { inputs, versions, listsVersions } = await segmentInputs(app);
  const lists = new Map(inputs.map((input) => [input.slug, input]));
  const some = inputs.filter(({ slug }) => wanted.has(slug));
  const evaluations = await evaluateSegments(warehouse, some, await momentFor(app, at), lists);
  await warehouse.transaction(async () => {
    await storeEvaluations(warehouse, evaluations, { evaluatedAt: app.effects.now(), versions, listsVersions, isPresent: true });
    // From there on it is looked ahead in time for conditions that are new.
    await setCounter(warehouse, 'refreshed_as_of', Math.min(at.at, await counter(warehouse, 'refreshed_as_of')));
  });
}
