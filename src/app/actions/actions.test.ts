import { afterAll, beforeAll, expect, test } from 'vitest';
import { rm } from 'node:fs/promises';
import { exampleWorkspace } from '../../../test/example-workspace.ts';
import { realEffects } from '../effects.ts';
import { type App, openApp } from '../open.ts';
import { decideActions } from './decide.ts';
import { actionReport } from './report.ts';
import { addAction, setActionSettings } from './store.ts';

let app: App;
let folder = '';
beforeAll(async () => {
  folder = await exampleWorkspace();
  app = await openApp(
    folder,
    realEffects(() => undefined),
  );
}, 300_000);
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

test('actions keep to whom they are for, to their caps and rests; each decision keeps its probability, and outcomes come from facts', async () => {
  await expect(decideActions(app, {})).rejects.toMatchObject({ code: 'action.few' });
  await expect(addAction(app, { name: 'Wrong', eligible: 'orders >=' }, 'Olive')).rejects.toMatchObject({ code: 'segment.syntax' });
  const voucher = await addAction(app, { name: 'Voucher', eligible: 'orders >= 1', cost: 1, value: 20, rest_days: 30 }, 'Olive');
  const call = await addAction(app, { name: 'Call', eligible: 'orders >= 5', cost: 5, value: 40, rest_days: 30, most: 7 }, 'Olive');
  await setActionSettings(app, { random_share: 0.5, horizon_days: 14, outcome: 'order' });
  const before = await decideActions(app, { as_of: '2026-05-01', dry_run: true, seed: 1 });
  expect(before.run).toBeNull();
  const first = await decideActions(app, { as_of: '2026-05-01', seed: 1 });
  // The same seed and facts: looking first changes nothing.
  expect(first.actions).toEqual(before.actions);
  const taken = (id: string): number => first.actions.find((action) => action.id === id)?.people ?? 0;
  expect(taken(call.id)).toBeGreaterThan(0);
  expect(taken(call.id)).toBeLessThanOrEqual(7);
  // Half is left to chance, between two and three possibilities: nobody's probability is below a sixth.
  for (const { propensity } of first.decisions) expect(propensity).toBeGreaterThanOrEqual(0.5 / 3 - 1e-9);
  // A week later those with an action rest, the others may be asked again.
  const second = await decideActions(app, { as_of: '2026-05-08', seed: 2 });
  expect(second.resting).toBeGreaterThanOrEqual(taken(voucher.id) + taken(call.id));
  const report = await actionReport(app, { as_of: '2026-05-16' });
  // Fourteen days after the first run are over, after the second they are not.
  expect(report.judged).toBe(first.decided);
  expect(report.decisions).toBe(first.decided + second.decided);
  const nothing = report.actions.find(({ id }) => id === null);
  expect(nothing?.rate).toBeGreaterThan(0);
  expect(report.value?.effective).toBeGreaterThan(10);
}, 60_000);
