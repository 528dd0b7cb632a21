import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import {
  backtestSchema,
  journeysAnswer,
  keptUpliftSchema,
  modelCardSchema,
  satisfactionAnswer,
  scoreRunSchema,
  subscriptionCurveSchema,
  trainedModelSchema,
} from '../../src/contract/schemas.ts';
import { exampleWorkspace } from '../example-workspace.ts';
import { json, run } from './run.ts';

// Every model through the real command line: the shapes of docs/json.md, and the same card from `train` and from `card`.
let folder = '';
let latest: readonly string[] = [];
beforeAll(async () => {
  folder = await exampleWorkspace();
  latest = ['--data', folder, '--as-of', 'latest'];
}, 300_000);
afterAll(async () => rm(folder, { recursive: true }));

// `next-order` and questions of one's own go the way of `churn`.
const models = ['value', 'churn', 'timing', 'groups', 'recommendations'] as const;
const slow = { timeout: 240_000 };

test.each(models)('%s learns, and its card is kept', slow, async (model) => {
  const trained = await json(modelCardSchema, ['predict', 'train', model, '--approve', ...latest]);
  expect(trained).toMatchObject({ model, version: 1, status: 'approved' });
  const card = await json(modelCardSchema, ['predict', 'card', model, ...latest]);
  expect([card.model, card.version, card.method, card.details.kind]).toEqual([model, 1, trained.method, trained.details.kind]);
});

test('what acts scores everybody, and all versions are listed', slow, async () => {
  const scored = await json(scoreRunSchema, ['predict', 'score', 'churn', ...latest]);
  expect(scored).toMatchObject({ model: 'churn', version: 1, traits: ['predicted.churn_probability'] });
  expect(scored.customers).toBeGreaterThan(1000);
  const listed = await json(z.array(trainedModelSchema), ['predict', 'models', ...latest]);
  expect(listed.map(({ model }) => model).toSorted()).toEqual([...models].toSorted());
});

// The other models' back-tests are the ones that their training ran: the same function.
test.each(['timing', 'recommendations'] as const)('the back-test of %s has its shape', slow, async (model) => {
  const found = await json(backtestSchema, ['predict', 'backtest', model, ...latest]);
  expect(found.model).toBe(model);
  expect(found.cut_offs.length).toBeGreaterThanOrEqual(model === 'timing' ? 1 : 2);
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
