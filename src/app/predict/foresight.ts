import { ClienteleError } from '../../core/index.ts';
import type { App } from '../open.ts';
import { listDefinitions } from './definitions.ts';
import { churn, defined, nextOrder } from './kinds/classifier.ts';
import { groups } from './kinds/groups.ts';
import type { Foresight } from './kinds/kind.ts';
import { recommendations } from './kinds/recommendations.ts';
import { timing } from './kinds/timing.ts';
import { value } from './kinds/value.ts';

const builtIn: readonly Foresight[] = [value, churn, nextOrder, timing, groups, recommendations];

/** Every model there is: those that come with the program, then those that somebody asked for. */
export async function foresightsOf(app: Pick<App, 'control'>): Promise<readonly Foresight[]> {
  return [...builtIn, ...(await listDefinitions(app)).map(defined)];
}

/** Throws `model.unknown`. */
export async function foresightOf(app: Pick<App, 'control'>, model: string): Promise<Foresight> {
  const all = await foresightsOf(app);
  const found = all.find((one) => one.model === model);
  if (found === undefined) throw new ClienteleError('model.unknown', { model, models: all.map((one) => one.model).join(', ') });
  return found;
}
