import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import {
  backtestSchema,
  foresightSettingsSchema,
  journeysAnswer,
  migrationAnswer,
  keptUpliftSchema,
  modelCardSchema,
  recommendationSettingsSchema,
  satisfactionAnswer,
  scoreRunSchema,
  subscriptionCurveSchema,
  trainedModelSchema,
} from '../../src/contract/schemas.ts';
import { openApp, realEffects } from '../../src/app/index.ts';
import { approveModel } from '../../src/predict/index.ts';
import { trainedWorkspace } from '../trained-workspace.ts';
import { json, run } from './run.ts';

// Every model through the real command line: the shapes of docs/json.md, and the same card from `train` and from `card`.
let folder = '';
let latest: readonly string[] = [];
beforeAll(async () => {
  folder = await trainedWorkspace();
  latest = ['--data', folder, '--as-of', 'latest'];
}, 300_000);
afterAll(async () => rm(folder, { recursive: true }));

// Questions of one's own go the way of `churn` and `next-order`. The screens' own test lets churn and value learn, in the same thread beside the program.
const learned = ['next-order', 'timing', 'groups', 'recommendations'] as const;
const before = ['value', 'churn', 'timing', 'groups', 'recommendations'] as const;
/** Those that act at once: each other one would only make the same refresh again, and a longer one of every refresh after it. */
const acting: ReadonlySet<string> = new Set(['next-order']);
const slow = { timeout: 240_000 };
const settingsShape = z.object({ models: foresightSettingsSchema, offers: recommendationSettingsSchema });

test.each(learned)('%s learns, and its card is kept', slow, async (model) => {
  const acts = acting.has(model);
  const trained = await json(modelCardSchema, ['predict', 'train', model, ...(acts ? ['--approve'] : []), ...latest]);
  expect(trained).toMatchObject({ model, version: model === 'next-order' ? 1 : 2, status: acts ? 'approved' : 'candidate' });
  const card = await json(modelCardSchema, ['predict', 'card', model, ...latest]);
  expect([card.model, card.version, card.method, card.details.kind]).toEqual([model, trained.version, trained.method, trained.details.kind]);
});

test.each(['value', 'churn'] as const)('the card of %s that learned before is read', slow, async (model) => {
  const card = await json(modelCardSchema, ['predict', 'card', model, ...latest]);
  expect(card).toMatchObject({ model, version: 1, status: 'candidate', drift: null });
});

test('what acts scores everybody, and all versions are listed', slow, async () => {
  const scored = await json(scoreRunSchema, ['predict', 'score', 'next-order', ...latest]);
  expect(scored).toMatchObject({ model: 'next-order', version: 1, traits: ['predicted.next_order_probability'] });
  expect(scored.customers).toBeGreaterThan(1000);
  const listed = await json(z.array(trainedModelSchema), ['predict', 'models', ...latest]);
  expect(listed.map(({ model }) => model).toSorted()).toEqual([...learned, ...before].toSorted());
});

test('an earlier version comes back by one command, and says so where none acted before', slow, async () => {
  const app = await openApp(
    folder,
    realEffects(() => undefined),
  );
  await approveModel(app.control, 'timing', 1, '2026-07-01T08:00:00Z');
  await approveModel(app.control, 'timing', 2, '2026-07-01T09:00:00Z');
  await app.close();
  const back = await run(['predict', 'roll-back', 'timing', ...latest]);
  expect([back.code, back.stdout]).toEqual([0, expect.stringContaining('timing 1 acts again.')]);
  const listed = await json(z.array(trainedModelSchema), ['predict', 'models', ...latest]);
  expect(listed.filter(({ model }) => model === 'timing').map(({ version, status }) => [version, status])).toEqual([
    [2, 'retired'],
    [1, 'approved'],
  ]);
  const none = await run(['predict', 'roll-back', 'recommendations', ...latest]);
  expect([none.code, none.stderr]).toEqual([1, expect.stringContaining('No earlier version of "recommendations" has acted.')]);
});

// The other models' back-tests are the ones that their training ran: the same function.
test.each(['timing', 'recommendations'] as const)('the back-test of %s has its shape', slow, async (model) => {
  const found = await json(backtestSchema, ['predict', 'backtest', model, ...latest]);
  expect(found.model).toBe(model);
  expect(found.cut_offs.length).toBeGreaterThanOrEqual(model === 'timing' ? 1 : 2);
});

test('what an expert sets is kept, and a wrong number changes nothing', slow, async () => {
  const set = await json(settingsShape, [
    'predict',
    'settings',
    '--fairness',
    'gender, country',
    '--retrain-days',
    'never',
    '--discovery',
    '0.4',
    '--data',
    folder,
  ]);
  expect(set.models).toMatchObject({ fairness: ['gender', 'country'], retrain_days: null, retrain_on_drift: true });
  expect(set.offers.discovery).toBe(0.4);
  const refused = await run(['predict', 'settings', '--fairness', 'age', '--churn-days', '3', '--data', folder]);
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('--churn-days can not be that')]);
  expect(await json(settingsShape, ['predict', 'settings', '--data', folder])).toEqual(set);
});

test('subscriptions, uplifts, satisfaction and journeys have their shapes', slow, async () => {
  const none = await json(subscriptionCurveSchema, ['predict', 'survival', ...latest]);
  expect(none).toMatchObject({ subscriptions: 0, hazards: null });
  expect(await json(z.array(keptUpliftSchema), ['uplift', 'list', ...latest])).toEqual([]);
  const asked = ['uplift', 'keep', 'x', '--treated', 'champions', '--since', '2026-04-01', '--outcome', 'count(orders in last 14 days) >= 1'];
  const refused = await run([...asked, ...latest, '--json']);
  // Champions were chosen by nobody's dice: whether anything tells whom it changes or not, the answer is one of the two.
  expect(refused.code === 0 ? keptUpliftSchema.safeParse(JSON.parse(refused.stdout)).success : refused.stdout + refused.stderr).toEqual(
    refused.code === 0 ? true : expect.stringContaining('uplift.none'),
  );
  expect((await json(satisfactionAnswer, ['satisfaction', '--segments', 'champions', ...latest])).segments).toHaveLength(1);
  const way = await json(journeysAnswer, [
    'journeys',
    'Product Viewed',
    'Product Added',
    '--from',
    '2026-04-01',
    '--to',
    '2026-06-30',
    '--segments',
    'champions',
    ...latest,
  ]);
  expect(way.groups.map(({ name }) => name)[0]).toBe('Everybody');
});

test('flows and journeys are of the last 90 days where no days are named, as on screen', slow, async () => {
  // The example ends with June: 29 days of April, 31 of May and 30 of June.
  const ninety = { from: '2026-04-02', to: '2026-06-30' };
  expect(await json(journeysAnswer, ['journeys', 'Product Viewed', 'Product Added', '--segments', 'champions', ...latest])).toMatchObject(ninety);
  expect(await json(migrationAnswer, ['flows', ...latest])).toMatchObject(ninety);
  // Until a day: the 90 that end there, over the night on which the clocks go forward, too.
  expect(await json(migrationAnswer, ['flows', '--to', '2026-04-30', ...latest])).toMatchObject({ from: '2026-01-31', to: '2026-04-30' });
  const refused = await run(['flows', '--to', 'yesterday', ...latest]);
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('yesterday')]);
});
