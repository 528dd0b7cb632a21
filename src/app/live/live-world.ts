import type { Workspace } from '../../core/index.ts';
import type { LiveWorld } from '../../live/index.ts';
import { identityDecisions } from '../decisions.ts';
import { momentOf } from '../moment.ts';
import type { App } from '../open.ts';
import { refreshAt } from '../refresh.ts';
import { segmentInputs } from '../segment-inputs.ts';
import { featureSettings, lifecycleStages } from '../settings.ts';
import { vocabularyOf } from '../vocabulary.ts';

/** The workspace as live data needs it, over the app's own warehouse connection. */
export function liveWorld(app: App, worlds: Pick<LiveWorld, 'small' | 'wide' | 'late' | 'evaluated'>, workspace: () => Workspace): LiveWorld {
  const own = (): App => ({ ...app, workspace: workspace() });
  return {
    warehouse: app.warehouse,
    ...worlds,
    workspace,
    effects: app.effects,
    decisions: () => identityDecisions(app.control),
    definitions: async () => {
      const { inputs, versions } = await segmentInputs(own());
      return {
        inputs,
        versions,
        vocabulary: await vocabularyOf(own()),
        settings: await featureSettings(app.control),
        stages: await lifecycleStages(app.control),
      };
    },
    refreshEverything: async (at) => void (await refreshAt(own(), { at, explicit: false })),
    moment: (at, vocabulary, table) => momentOf(own(), { at, explicit: false }, vocabulary, table),
  };
}
