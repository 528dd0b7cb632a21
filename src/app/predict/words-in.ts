import { checkText, type Vocabulary } from '../../language/index.ts';
import { readSegment } from '../../segments/index.ts';
import type { App } from '../open.ts';

/** Names of all features and traits that a definition speaks of, segments inside it included, and (unless told) those that follow closely from them. */
export async function wordsIn(
  app: Pick<App, 'control'>,
  text: string,
  vocabulary: Vocabulary,
  following: 'with' | 'without' = 'with',
): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  const seen = new Set<string>();
  const visit = async (definition: string): Promise<void> => {
    const checked = checkText(definition, vocabulary);
    if (!checked.ok) return;
    // What the tree says, not what its parts are called: a trait may be called "name" too.
    const said = new Set<unknown>();
    const json = JSON.stringify(checked.value.tree, (_key, value: unknown) => {
      said.add(value);
      return value;
    });
    for (const name of vocabulary.attributes.keys()) if (said.has(name)) names.add(name);
    if (following === 'with')
      for (const [word, twins] of Object.entries(closely))
        if (names.has(word) || (word === 'orders' && json.includes('"kind":"orders"'))) for (const twin of twins) names.add(twin);
    for (const [, slug] of json.matchAll(/"segment":"([^"]+)"/g)) {
      if (slug === undefined || seen.has(slug)) continue;
      seen.add(slug);
      const segment = await readSegment(app.control, slug).catch(() => undefined);
      if (segment !== undefined) await visit(segment.text);
    }
  };
  await visit(text);
  return names;
}

/** Features that are nearly the same as another: leaving out the one alone would leave the definition in. */
const closely: Readonly<Record<string, readonly string[]>> = {
  orders: ['orders_count', 'orders_last_12_months', 'days_since_last_order', 'rfm.f', 'rfm.r'],
  'rfm.segment': [
    'rfm.r',
    'rfm.f',
    'rfm.m',
    'orders_count',
    'total_spent',
    'days_since_last_order',
    'value_tier',
    'spent_last_12_months',
    'orders_last_12_months',
  ],
  total_spent: ['rfm.m', 'value_tier', 'spent_last_12_months'],
  value_tier: ['total_spent', 'rfm.m', 'spent_last_12_months'],
  lifecycle: ['days_since_last_order', 'orders_count', 'rfm.r', 'rfm.f'],
  spent_last_12_months: ['total_spent', 'rfm.m', 'value_tier'],
  orders_count: ['rfm.f', 'orders_last_12_months', 'items_count'],
  days_since_last_order: ['rfm.r'],
  city: ['population', 'urban_rural', 'climate_zone', 'region'],
};
