import { expect, test } from 'vitest';
import { openedWorkspace } from '../../../test/opened-workspace.ts';
import { trainedWorkspace } from '../../../test/trained-workspace.ts';
import type { WrittenCard } from '../../contract/index.ts';
import { approveModel, findModel, saveModel } from '../../predict/index.ts';
import { compareModel } from '../index.ts';

const opened = openedWorkspace(trainedWorkspace);

/** A newer version whose first figures were told of customers of whom so many did it. */
async function newer(share: number, figures: Readonly<Record<string, number>>): Promise<void> {
  const { control } = opened.app;
  const acting = await findModel(control, 'churn');
  if (acting === undefined) throw new Error('churn acts in this workspace');
  const card = acting.card as WrittenCard;
  const quality = card.quality.map((own) => ({
    ...own,
    value: figures[own.measure] ?? own.value,
    baseline: own.measure === 'average_precision' ? share : own.baseline,
  }));
  await saveModel(control, { ...acting, card: { ...card, quality } });
}
const judged = async () => Object.fromEntries((await compareModel(opened.app, 'churn')).figures.map(({ measure, better }) => [measure, better]));

test('what follows from how many did it is not held against a version that was judged on others', async () => {
  await approveModel(opened.app.control, 'churn', 1, '2026-07-01T00:00:00Z');
  // Where 95 in 100 stay away, no tenth can hold more than 1.05 times as many as chance.
  await newer(0.95, { lift: 1.05, auc: 0.999, log_loss: 0.01 });
  expect(await judged()).toMatchObject({ auc: 'challenger', lift: 'unknown', log_loss: 'unknown', average_precision: 'unknown' });
  const card = (await findModel(opened.app.control, 'churn'))?.card as WrittenCard;
  await newer(card.quality.find(({ measure }) => measure === 'average_precision')?.baseline ?? 0, { lift: 1.05 });
  expect(await judged()).toMatchObject({ lift: 'champion', auc: 'equal' });
  expect((await compareModel(opened.app, 'churn')).advice).toContain('first tenth beside chance (lift)');
});
