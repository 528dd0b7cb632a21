import type { RecommendationSettings } from '../../contract/index.ts';
import { ClienteleError } from '../../core/index.ts';
import { didYouMean, nameKey } from '../../language/index.ts';
import { likeAny } from './like-any.ts';
import { sql } from '../../sql/index.ts';
import type { App } from '../open.ts';
import { recommendationSettings, writeRecommendationSettings } from './settings.ts';

/** Products as they can be told: by id or by name, whatever the letter case. */
type Told = { readonly key: string; readonly name: string; readonly others?: readonly string[] };

/** Which products are not offered now, as the owner wrote them: by id or by name. */
export function notOffered({ unavailable }: Pick<RecommendationSettings, 'unavailable'>): (product: Told) => boolean {
  const told = new Set(unavailable.map(nameKey));
  return told.size === 0 ? () => false : ({ key, name, others = [] }) => [key, name, ...others].some((own) => told.has(nameKey(own)));
}

/** Changes what may be offered, and how. Throws `product.unknown` for a product that is newly named and that nothing is known of: it would leave nothing out. */
export async function changeOffers(app: Pick<App, 'control' | 'warehouse'>, settings: RecommendationSettings): Promise<RecommendationSettings> {
  const before = new Set((await recommendationSettings(app.control)).unavailable.map(nameKey));
  const named = settings.unavailable.filter((one) => !before.has(nameKey(one)));
  if (named.length > 0) {
    const known = await app.warehouse.rows<{ told: string }>(sql`
      select distinct told from (select unnest([product_id, name]) as told from items union all select unnest([product_id, name]) from products) where trim(told) <> '' order by told`);
    const keys = new Set(known.map(({ told }) => nameKey(told)));
    const unknown = named.find((one) => !keys.has(nameKey(one)));
    if (unknown !== undefined) {
      const near = likeAny(
        unknown,
        known.map(({ told }) => told),
      );
      throw new ClienteleError('product.unknown', {
        key: unknown,
        near:
          near.length === 0
            ? ''
            : ` ${didYouMean(
                near.map((one) => `"${one}"`),
                '',
              )}`,
      });
    }
  }
  await writeRecommendationSettings(app.control, settings);
  return settings;
}
