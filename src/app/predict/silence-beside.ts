import { approvedModels, type Beside, fitClassifier, scoreClassifier, stageNumbers } from '../../predict/index.ts';
import type { App } from '../open.ts';
import { churn, churnTaskAt } from './kinds/classifier.ts';
import { withThoseWhoLeft } from './left-members.ts';
import { shopOf, worldOf } from './shop.ts';

const table = 'value_silence_then';

/**
 * What value goes by beside its own, where a model of who stays away acts. Of a moment of the past it is learned anew from what was known then, from its horizon on: the one that acts has seen what came after.
 */
export async function silenceBeside(app: App): Promise<Beside | undefined> {
  const acting = (await approvedModels(app.control)).find(({ model }) => model === churn.model);
  if (acting === undefined) return undefined;
  const { warehouse } = app;
  return {
    title: churn.title,
    spokenAt: async (at) => {
      const shop = await shopOf(app);
      const task = await churnTaskAt(app, at);
      const { compute } = worldOf(app);
      const learned = await fitClassifier(warehouse, shop, { now: at, task, seed: acting.seed, told: 'by-then', compute });
      const { profiles, probabilities } = await scoreClassifier(warehouse, shop, learned, at, undefined, 'by-then');
      await stageNumbers(warehouse, table, profiles, [probabilities]);
      return withThoseWhoLeft(app, at, { table, days: task.horizonDays });
    },
  };
}
