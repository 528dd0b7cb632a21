import type { Instant } from '../../core/index.ts';
import { approvedModels, type Beside, fitClassifier, scoreClassifier, stageNumbers } from '../../predict/index.ts';
import { livesByMemberships } from '../../profiles/index.ts';
import type { App } from '../open.ts';
import { actingSilence } from './acting-silence.ts';
import { withThoseWhoLeft } from './left-members.ts';
import { readCard } from './read-card.ts';
import { shopOf, worldOf } from './shop.ts';

const whoHasLeft = 'what became of members who left';
const table = 'value_silence_then';

/**
 * What value goes by beside its own: a model of who stays away where one acts, and where customers are members who has left. Of a moment of the past the model is learned anew from what was known then, from its horizon on: the one that acts has seen what came after.
 */
export async function silenceBeside(app: App, now: Instant): Promise<Beside | undefined> {
  const { warehouse } = app;
  const acting = actingSilence(await approvedModels(app.control));
  if (acting === undefined) {
    const members = await livesByMemberships(warehouse, now);
    return members === undefined ? undefined : { title: whoHasLeft, spokenAt: async (at, rhythm) => withThoseWhoLeft(app, at, rhythm) };
  }
  return {
    title: readCard(acting.stored).title,
    spokenAt: async (at) => {
      const shop = await shopOf(app);
      const { task } = acting.kept;
      const { compute } = worldOf(app);
      const learned = await fitClassifier(warehouse, shop, { now: at, task, seed: acting.stored.seed, told: 'by-then', compute });
      const { profiles, probabilities } = await scoreClassifier(warehouse, shop, learned, at, undefined, 'by-then');
      await stageNumbers(warehouse, table, profiles, [probabilities.map(acting.none)]);
      return withThoseWhoLeft(app, at, { table, days: task.horizonDays });
    },
  };
}
