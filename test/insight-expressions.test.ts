import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import * as use from '../src/app/index.ts';
import * as contract from '../src/contract/schemas.ts';
import { instant, parseInstant } from '../src/core/index.ts';
import { readVocabulary } from '../src/profiles/index.ts';
import { evaluateSegments } from '../src/segments/index.ts';
import { exampleWorkspace } from './example-workspace.ts';

// What the screens promise: whoever clicks a figure gets exactly the people it counted.
let folder = '';
let app: use.App;

beforeAll(async () => {
  folder = await exampleWorkspace();
  app = await use.openApp(
    folder,
    use.realEffects(() => undefined),
  );
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const june = { from: '2026-06-01', to: '2026-06-30' };
const panels: readonly [name: string, schema: z.ZodType, answer: () => Promise<{ readonly as_of: string; readonly sentence: string; readonly how: string }>][] =
  [
    ['home figures', contract.homeFiguresAnswer, () => use.homeFigures(app, june)],
    ['home figures against a year before', contract.homeFiguresAnswer, () => use.homeFigures(app, { from: '2025-10-15', to: '2026-01-20', compare: 'year' })],
    ['lifecycle flow', contract.lifecycleFlowAnswer, () => use.lifecycleFlow(app, june)],
    ['RFM map', contract.rfmMapAnswer, () => use.rfmMap(app, {})],
    ['RFM map by money', contract.rfmMapAnswer, () => use.rfmMap(app, { across: 'monetary' })],
    ['value concentration', contract.valueConcentrationAnswer, () => use.valueConcentration(app, {})],
    ['what changed', contract.whatChangedAnswer, () => use.whatChanged(app, {})],
    ['next steps', contract.nextStepsAnswer, () => use.nextSteps(app, { goal: 'repeat_sales' })],
    ['cohorts by month', contract.cohortsAnswer, () => use.cohorts(app, {})],
    ['cohorts of a category by quarter', contract.cohortsAnswer, () => use.cohorts(app, { by: 'quarter', measure: 'revenue', category: 'Espresso' })],
    ['cohort analysis', contract.cohortAnalysisAnswer, () => use.cohortAnalysis(app, {})],
    ['cohort analysis from an event', contract.cohortAnalysisAnswer, () => use.cohortAnalysis(app, { start: { kind: 'event', event: 'Product Viewed' } })],
    ['RFM groups by month', contract.migrationAnswer, () => use.migration(app, { from: '2026-04-01', to: '2026-07-01', what: 'rfm.segment', by: 'month' })],
    ['forecast', contract.forecastAnswer, () => use.forecast(app, { measure: 'orders' })],
    ['categories bought together', contract.productAffinityAnswer, () => use.productAffinity(app, {})],
    ['products ordered together', contract.productAffinityAnswer, () => use.productAffinity(app, { level: 'product', within: 'order' })],
    ['categories', contract.categoryTableAnswer, () => use.categoryTable(app, {})],
    ['products', contract.categoryTableAnswer, () => use.categoryTable(app, { level: 'product' })],
    ['purchase gaps', contract.purchaseGapsAnswer, () => use.purchaseGaps(app, {})],
    ['when they buy', contract.whenTheyBuyAnswer, () => use.whenTheyBuy(app, {})],
    ['where they live', contract.whereTheyBuyAnswer, () => use.whereTheyBuy(app, {})],
    ['regions', contract.whereTheyBuyAnswer, () => use.whereTheyBuy(app, { level: 'region' })],
    ['bands by texts', contract.crossTabulationAnswer, () => use.crossTabulation(app, { rows: { attribute: 'total spent' }, columns: { attribute: 'city' } })],
    [
      'months by truth values',
      contract.crossTabulationAnswer,
      () => use.crossTabulation(app, { rows: { attribute: 'first order' }, columns: { attribute: 'accepts_email' } }),
    ],
    [
      'given cuts by few values',
      contract.crossTabulationAnswer,
      () => use.crossTabulation(app, { rows: { attribute: 'aov', cuts: [20, 35.5] }, columns: { attribute: 'rfm.r' } }),
    ],
    [
      'funnel',
      contract.funnelAnswer,
      () => use.funnel(app, { ...june, steps: ['Product Viewed', 'Product Added', 'Checkout Started'], within: { amount: 1, unit: 'day' } }),
    ],
    ['paths', contract.pathsAnswer, () => use.paths(app, june)],
  ];

test.each(panels)('%s: the answer is what the contract says, and each expression finds exactly the people it was counted with', async (_, schema, ask) => {
  const answer = await ask();
  expect(schema.parse(answer)).toEqual(answer);
  expect(answer.sentence).toMatch(/^\S.*[.]$/s);
  expect(answer.how).not.toBe('');
  const groups = new Map(groupsIn(answer).map(({ expression, people }) => [expression, people]));
  const vocabulary = await readVocabulary(app.warehouse, { workspace: app.workspace, segments: new Map() });
  const moment = {
    now: parseInstant(answer.as_of) ?? instant(0),
    zone: app.workspace.zone,
    weekStart: app.workspace.weekStart,
    vocabulary,
    featuresTable: 'features',
  };
  const found = await evaluateSegments(
    app.warehouse,
    [...groups.keys()].map((text) => ({ slug: text, text })),
    moment,
  );
  expect(found.map((each) => [each.slug, each.status === 'ok' ? each.count : each.reason])).toEqual([...groups]);
});

test('a preview at the moment of the answer counts the same people', async () => {
  const { as_of, steps } = await use.nextSteps(app, {});
  for (const { expression, people } of steps.slice(0, 3)) expect((await use.previewText(app, expression ?? '', as_of)).members).toBe(people);
  expect(steps.length).toBeGreaterThanOrEqual(6);
});

test('a goal puts the steps that serve it first', async () => {
  const { steps } = await use.nextSteps(app, { goal: 'better_mailing' });
  const plain = await use.nextSteps(app, {});
  const place = (kinds: readonly { readonly kind: string }[]): number => kinds.findIndex(({ kind }) => kind === 'unread_mail');
  expect(place(steps)).toBeLessThan(place(plain.steps));
});

type Group = { readonly people: number; readonly expression: string };

function groupsIn(node: unknown): readonly Group[] {
  if (Array.isArray(node)) return node.flatMap(groupsIn);
  if (typeof node !== 'object' || node === null) return [];
  const inner = Object.values(node).flatMap(groupsIn);
  return 'people' in node && 'expression' in node && typeof node.people === 'number' && typeof node.expression === 'string'
    ? [{ people: node.people, expression: node.expression }, ...inner]
    : inner;
}
