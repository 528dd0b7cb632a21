import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { modelCardSchema } from '../../contract/schemas.ts';
import { seededRandom } from '../../stats/index.ts';
import { realEffects } from '../effects.ts';
import { importAll } from '../import-all.ts';
import { nothingSaid } from '../nothing-said.ts';
import { type App, openApp } from '../open.ts';
import { createSegmentFrom } from '../segment-changes.ts';
import { naturalGroups } from './groups.ts';
import { lookalikes } from './lookalikes.ts';
import { trainModel } from './models.ts';

// A gym's list and nothing else: no orders, no dates. Of three kinds of members one leaves often; whether is written beside them.
const kinds = [
  { contract: 'monthly', internet: 'none', months: 4, fee: 25, leaves: 0.8 },
  { contract: 'yearly', internet: 'app', months: 30, fee: 40, leaves: 0.1 },
  { contract: 'couple', internet: 'app', months: 60, fee: 70, leaves: 0.05 },
] as const;
let folder: string;
let app: App;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientele-list-'));
  app = await openApp(
    join(folder, 'data'),
    realEffects(() => undefined),
    { create: { currency: 'USD', country: 'US', timezone: 'America/New_York' } },
  );
  const random = seededRandom(4);
  const rows = Array.from({ length: 300 }, (_, row) => {
    const kind = kinds[row % 3] ?? kinds[0];
    const near = (value: number): number => Math.round(value * (0.9 + 0.2 * random()));
    return [`M${row}`, kind.contract, kind.internet, near(kind.months), near(kind.fee), random() < kind.leaves ? 'Yes' : 'No', Math.round(100 * random())].join(
      ',',
    );
  });
  const path = join(folder, 'members.csv');
  await writeFile(path, ['customer_id,contract,classes_booked_by,tenure_months,monthly_fee,left,spending_score', ...rows, ''].join('\n'));
  await importAll(app, { ...nothingSaid, inputs: [path] });
}, 60_000);
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

test('who is like those who left is told by what the list says of them', async () => {
  await createSegmentFrom(app, { name: 'Left', text: 'left = "Yes"', folder: 'Mine', slug: undefined, note: undefined, author: 'test', asOf: undefined });
  const found = await lookalikes(app, { segment: 'left' });
  // By hand: whoever knows the three kinds tells them apart by .88.
  expect(found.quality.auc).toBeGreaterThan(0.8);
  expect(found.left_out).toContain('left');
}, 60_000);

test('groups are of everybody, by the list, and say nothing of money that there is not', async () => {
  const card = await trainModel(app, 'groups', { approve: false, asOf: undefined });
  expect(modelCardSchema.parse(card).question).toBe('Which customers are alike in what is known of them?');
  const { groups, customers, columns } = await naturalGroups(app);
  expect(customers).toBe(300);
  // Fees go with months, so one of the two is enough. What was spent no order says here.
  expect(columns.map(({ column }) => column).toSorted()).toEqual(['classes_booked_by', 'contract', 'left', 'monthly_fee', 'spending_score']);
  expect(groups.reduce((sum, own) => sum + own.customers, 0)).toBe(300);
  expect(groups.every(({ revenue }) => revenue === null)).toBe(true);
}, 60_000);

test.each(['churn', 'next-order', 'value', 'timing', 'recommendations'])(
  '%s says that there is nothing to learn from',
  async (model) => {
    const card = modelCardSchema.parse(JSON.parse(JSON.stringify(await trainModel(app, model, { approve: false, asOf: undefined }))));
    expect(card).toMatchObject({ status: 'candidate', quality: [] });
    expect(card.chosen_because).toMatch(/There is no past to learn from yet|There is too little history|Too few|No order, visit or message has a time of day/);
  },
  60_000,
);
