import { openApp, realEffects, trainModel, writeForesightSettings } from '../src/app/index.ts';
import { copyOf, exampleWorkspace, type Kept } from './example-workspace.ts';

/** The instant that `value` learned as of: the day after the example shop's last. */
export const valueLearnedAsOf = '2026-07-01';

/**
 * The example shop with a candidate of each model that several test files read the outcome of, each trained once. None acts yet. Tests of training itself train
 * on `exampleWorkspace`.
 */
const trained: Kept = {
  name: 'trained',
  folders: ['src/stats', 'src/predict'],
  build: async (folder) => {
    const app = await openApp(
      folder,
      realEffects(() => undefined),
    );
    await writeForesightSettings(app.control, { fairness: ['gender'], retrain_days: 90, retrain_on_drift: true, churn_days: 63, next_order_days: 28 });
    await trainModel(app, 'value', { asOf: valueLearnedAsOf, approve: false });
    await trainModel(app, 'churn', { asOf: undefined, approve: false });
    await trainModel(app, 'groups', { asOf: undefined, approve: false });
    await trainModel(app, 'recommendations', { asOf: undefined, approve: false });
    await trainModel(app, 'timing', { asOf: undefined, approve: false });
    await app.close();
  },
  on: exampleWorkspace,
};

/** A fresh folder with that workspace. */
export const trainedWorkspace = (): Promise<string> => copyOf(trained);
