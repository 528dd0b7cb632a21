import { type Fragment, sql } from '../../../sql/index.ts';
import { asNumber, type TypedValue } from '../../compile/value.ts';
import type { Within } from '../../tree.ts';

/** Mean radius of the Earth (IUGG), and the international mile. */
const radiusKilometres = 6371.0088;
const kilometresPer = { km: 1, mi: 1.609344 } as const;

/** Great-circle distance by the haversine formula (Sinnott, Sky & Telescope 68, 1984); null without coordinates. */
export function withinSql(condition: Within, latitude: TypedValue, longitude: TypedValue): Fragment {
  const lat = asNumber(latitude);
  const long = asNumber(longitude);
  const across = sql`power(sin(radians(${condition.latitude} - ${lat}) / 2), 2)`;
  const along = sql`power(sin(radians(${condition.longitude} - ${long}) / 2), 2)`;
  const inside = sql`${across} + cos(radians(${lat})) * cos(radians(${condition.latitude})) * ${along}`;
  return sql`(${2 * radiusKilometres} * asin(sqrt(least(1, ${inside}))) <= ${condition.distance * kilometresPer[condition.unit]})`;
}
