import { expect, test } from 'vitest';
import { trainedWorkspace } from '../../../test/trained-workspace.ts';
import { changeOffers, customerRecommendations, liveRecommender, productRecommendations, recommendationSettings, reordersDue } from '../index.ts';
import { sql } from '../../sql/index.ts';
import { openedWorkspace } from '../../../test/opened-workspace.ts';

const opened = openedWorkspace(trainedWorkspace);

// C00417 takes the monthly subscription again and again (33 times by the order file).
const customer = 'C00417';
const subscription = 'Monthly Espresso Subscription';
const offers = async (onlyNew?: boolean) => customerRecommendations(opened.app, await liveRecommender(opened.app), customer, { count: 20, onlyNew });

test('what is out of stock is offered to nobody, by whatever it is told: by name in any case, or by number', async () => {
  const before = await offers();
  expect(before.items.map(({ product }) => product.name)).toContain(subscription);
  expect(before.reorders.map(({ product }) => product.name)).toContain(subscription);
  const settings = await recommendationSettings(opened.app.control);
  await changeOffers(opened.app, { ...settings, unavailable: ['monthly espresso SUBSCRIPTION', 'DG-G04'] });
  const after = await offers();
  const named = [...after.items, ...after.reorders].map(({ product }) => product.name);
  expect(named).not.toContain(subscription);
  expect(named).not.toContain('Stoneware Mug');
  const live = await liveRecommender(opened.app);
  expect((await reordersDue(opened.app, live, 60, 1000)).items.filter(({ product }) => product.name === subscription)).toEqual([]);
  const mug = await productRecommendations(opened.app, live, 'stoneware mug', 5);
  expect(mug.product).toMatchObject({ key: 'DG-G04', unavailable: true });
  expect((await productRecommendations(opened.app, live, 'DG-S02', 5)).goes_with.map(({ product }) => product.name)).not.toContain(subscription);
  await changeOffers(opened.app, settings);
  expect((await offers()).items.map(({ product }) => product.name)).toContain(subscription);
});

test('only what they do not have: nothing that the order lines have of them', async () => {
  const rows = await opened.app.warehouse.rows<{ name: string }>(
    sql`select distinct i.name from items i join identifiers d using (profile) where d.namespace = 'customer_id' and d.value = ${customer}`,
  );
  const bought = new Set(rows.map(({ name }) => name));
  expect(bought.size).toBeGreaterThan(3);
  const { items } = await offers(true);
  expect(items.length).toBeGreaterThan(5);
  expect(items.filter(({ product }) => bought.has(product.name))).toEqual([]);
});

test('a product that nothing is known of is refused, with the one that was probably meant, and nothing is changed', async () => {
  const settings = await recommendationSettings(opened.app.control);
  await expect(changeOffers(opened.app, { ...settings, unavailable: ['Stonware Mug'] })).rejects.toThrow(
    'There is no product "Stonware Mug". Did you mean "Stoneware Mug"?',
  );
  expect(await recommendationSettings(opened.app.control)).toEqual(settings);
});
