import { expect, onTestFinished, test } from 'vitest';
import { defaultWorkspace } from '../../core/index.ts';
import { checkText } from '../../language/index.ts';
import { sql } from '../../sql/index.ts';
import { migrate, openDuckdb } from '../../warehouse/index.ts';
import { readVocabulary } from './read.ts';

test('fields that nothing fills are noted, further columns that an import kept are known', async () => {
  const warehouse = await openDuckdb(':memory:');
  onTestFinished(() => warehouse.close());
  await migrate(warehouse);
  const vocabulary = () => readVocabulary(warehouse, { workspace: defaultWorkspace, segments: new Map() });
  // Where there are no lines at all, there is nothing to say of their fields.
  expect([...((await vocabulary()).recorded ?? [])]).toEqual([]);

  await warehouse.run(sql`insert into items (batch, source, order_id, ordered_at, is_return, counts, name, quantity, properties)
    values (1, 's', '1', '2026-01-01', false, true, 'Espresso', 1, '{"Warengruppe": "Kaffee"}'), (1, 's', '1', '2026-01-01', false, true, 'Cup', 1, '{}')`);
  const words = await vocabulary();
  expect([...(words.recorded ?? [])]).toEqual([
    ['items', { properties: ['Warengruppe'], empty: ['product_id', 'category', 'brand', 'variant', 'price', 'discount', 'total'] }],
  ]);
  const warnings = (text: string) => {
    const checked = checkText(text, words);
    return checked.ok ? [checked.value.text, ...checked.value.warnings.map(({ code, message, hint }) => [code, message, hint])] : checked.error;
  };
  expect(warnings('count(items where warengruppe = "Kaffee") >= 1')).toEqual(['count(items where Warengruppe = "Kaffee") >= 1']);
  expect(warnings('count(items where category = "Kaffee") >= 1')).toEqual([
    'count(items where category = "Kaffee") >= 1',
    ['field.empty', 'Nothing is recorded as the category of items yet.', 'Import a file with a column for it. Further columns that were kept: Warengruppe.'],
  ]);
  expect(warnings('count(items where warengrupe = "Kaffee") >= 1')).toMatchObject([
    'count(items where warengrupe = "Kaffee") >= 1',
    ['field.unknown', 'No field `warengrupe` of items is known.', 'Did you mean Warengruppe?'],
  ]);
  expect(warnings('count(orders where coupon = "X") >= 1')).toEqual(['count(orders where coupon = "X") >= 1']);
});
