import { expect, test } from 'vitest';
import { checkText } from '../../language/index.ts';
import { featureWords } from '../../profiles/index.ts';
import { sql } from '../../sql/index.ts';
import { momentOf, openShop, vocabularyOf } from '../small-shop.ts';
import { behindValue, type FeatureRules, usualRules } from './behind-value.ts';

const vocabulary = vocabularyOf(featureWords('GBP'));

/** Five who ordered, from worst to best, and one (6) who did not. */
async function shop() {
  const warehouse = await openShop([1, 2, 3, 4, 5, 6]);
  await warehouse.run(sql`create or replace table features as select * from (values
    (1, 10.0, 'low', 1, 1, 1, 400.7, 1, 'churned', 0, 0, 4, 0), (2, 20.0, 'low', 2, 1, 2, 300.2, 1, 'churned', 0, 0, 4, 0),
    (3, 40.5, 'medium', 3, 3, 3, 200.0, 3, 'churned', 0, 2, 4, 1), (4, 80.0, 'medium', 4, 4, 4, 60.9, 4, 'occasional', 0, 0, 0, 0),
    (5, 1234.5, 'high', 5, 5, 5, 1.5, 9, 'loyal', 1, 3, 4, 6), (6, 0.0, null, null, null, null, null, 0, 'prospect', 0, 0, 0, 0)) t(profile, total_spent, value_tier,
      rfm_r, rfm_f, rfm_m, days_since_last_order, orders_count, lifecycle, emails_clicked_90d, emails_opened_90d, emails_delivered_90d, visits_30d)`);
  return async (text: string, profile: number, rules: FeatureRules = usualRules): Promise<string | null> => {
    const checked = checkText(text, vocabulary);
    if (!checked.ok) throw new Error(checked.error[0]?.message);
    return behindValue(warehouse, checked.value.tree, momentOf('2026-07-01T00:00:00Z', vocabulary), profile, rules);
  };
}

test('a tier, score, stage or level says what it rests on and what the one asked for takes', async () => {
  const because = await shop();
  expect(await because('value_tier = "high"', 3)).toBe('They spent £40.50; of 5 who ordered, high begins at £1,234.50 and medium begins at £40.50.');
  expect(await because('value_tier = "high"', 6)).toBe('They have not ordered; only those who have are in a tier.');
  expect(await because('rfm.segment = "Champions"', 4)).toBe(
    'R 4 of 5 (last order 60 days ago), F 4 (4 orders), M 4 (£80 spent). Champions is R 5 and F 4 to 5: now a last order at most 1 day ago, at least 4 orders.',
  );
  expect(await because('not rfm.segment = "Hibernating"', 1)).toBe(
    'R 1 of 5 (last order 400 days ago), F 1 (1 order), M 1 (£10 spent). Hibernating is R 1 to 2 and F 1 to 2: now a last order more than 200 days ago, fewer than 3 orders.',
  );
  expect(await because('rfm.r >= 4', 6)).toBe('They have not ordered; only those who have are scored.');
  expect(await because('lifecycle = "active"', 4)).toBe(
    'The first stage that holds is occasional: orders >= 1. active is: count(orders in last 90 days) >= 2, and no stage before it.',
  );
  expect(await because('engagement_level is known', 3)).toBe(
    'E-mails of 90 days: 4 delivered, opened 2 times, clicked 0 times; visits of 30 days: 1. High takes a click or 4 visits, medium an open or a visit.',
  );
  expect(await because('orders >= 2', 3)).toBeNull();
});

test('limits that the workspace has set are said instead of those of the ranks', async () => {
  const because = await shop();
  const features = { rfm: { recencyDays: [30, 90, 180, 365], orders: [2, 3, 5, 8] } } as const;
  expect(await because('rfm.segment = "Champions"', 5, { ...usualRules, features })).toContain(
    'Champions is R 5 and F 4 to 5: now a last order at most 30 days ago, at least 5 orders.',
  );
});
