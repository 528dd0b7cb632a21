import type { WhereTheyBuyAnswer } from '../../contract/schemas.ts';
import { countryName, readValue } from '../../core/index.ts';
import { type Fragment, ident, join, sql } from '../../sql/index.ts';
import { all, attribute, text, unknown } from '../base/conditions.ts';
import type { InsightContext } from '../base/context.ts';
import { counted, share } from '../report/words.ts';

type Level = WhereTheyBuyAnswer['level'];
type Row = {
  readonly country: string | null;
  readonly region: string | null;
  readonly city: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly people: number;
  readonly buyers: number;
  readonly revenue: number;
};

const partsOf: Readonly<Record<Level, readonly Level[]>> = { country: ['country'], region: ['country', 'region'], city: ['country', 'city'] };

/** A level and what tells less. */
const finer: Readonly<Record<Level, readonly Level[]>> = { country: ['country'], region: ['region', 'country'], city: ['city', 'region', 'country'] };
const plural: Readonly<Record<Level, string>> = { country: 'countries', region: 'regions', city: 'towns' };

/** Customers and what they spent by where they live, with the middle of their coordinates: by towns or regions where any are known, else by what is. One pass over traits and features. */
export async function whereTheyBuy({ warehouse, features, asOf }: InsightContext, asked: Level, limit: number): Promise<WhereTheyBuyAnswer> {
  const columns = new Map(
    (
      await warehouse.rows<{ name: string; column: string; type: string }>(
        sql`select name, "column", type from trait_columns where (name in ('country', 'region', 'city') and type = 'text') or (name in ('latitude', 'longitude') and type = 'number')`,
      )
    ).map(({ name, column }) => [name, sql`a.${ident(column)}`]),
  );
  const level = finer[asked].find((one) => columns.has(one)) ?? 'country';
  const parts = partsOf[level].filter((part) => columns.has(part));
  const place = (part: string): Fragment => {
    const column = columns.get(part);
    return column === undefined ? sql`null::VARCHAR` : sql`nullif(trim(${column}), '')`;
  };
  const number = (part: string): Fragment => columns.get(part) ?? sql`null::DOUBLE`;
  const keys = (['country', 'region', 'city'] as const).map(
    (part) => sql`${parts.includes(part) ? sql`lower(${place(part)})` : sql`null::VARCHAR`} as ${ident(`${part}_key`)}`,
  );
  const shown = (['country', 'region', 'city'] as const).map(
    (part) => sql`${parts.includes(part) ? sql`max(${ident(part)})` : sql`null::VARCHAR`} as ${ident(part)}`,
  );
  const rows = await warehouse.rows<Row>(sql`
    with people as (select ${join(keys)}, ${place('country')} as country, ${place('region')} as region, ${place('city')} as city, try_cast(${number('latitude')} as DOUBLE) as latitude,
        try_cast(${number('longitude')} as DOUBLE) as longitude, f.orders_count, f.total_spent from ${features} f left join attributes a using (profile))
    select ${join(shown)}, median(latitude) as latitude, median(longitude) as longitude, count(*)::INTEGER as people,
      count(*) filter (orders_count > 0)::INTEGER as buyers, coalesce(sum(total_spent), 0)::DOUBLE as revenue
    from people group by country_key, region_key, city_key order by revenue desc, people desc, country, region, city`);
  const everybody = rows.reduce((sum, { people }) => sum + people, 0);
  const named = rows.filter((row) => parts.some((part) => row[part] !== null));
  const nowhere = rows.filter((row) => parts.every((part) => row[part] === null));
  const listed = [...named.slice(0, limit), ...nowhere];
  return {
    as_of: asOf,
    sentence: [
      ...(level === asked || named.length === 0 ? [] : [`No ${plural[asked]} are known of your customers, so these are their ${plural[level]}.`]),
      sentenceOf(named, level, everybody),
    ].join(' '),
    how: `Where customers live, by their ${parts.length === 0 ? 'traits (none names a place)' : parts.join(' and ')}; money is all they spent, net of returns. The point is the middle of those whose coordinates are known.`,
    level,
    places_total: named.length,
    places: listed.map((row) => ({
      country: row.country,
      region: row.region,
      city: row.city,
      latitude: row.latitude,
      longitude: row.longitude,
      buyers: row.buyers,
      revenue: row.revenue,
      share: everybody === 0 ? 0 : row.people / everybody,
      people: row.people,
      expression: parts.length === 0 ? null : text(all(...parts.map((part) => lives(part, row[part])))),
    })),
  };
}

const lives = (part: Level, value: string | null) => (value === null ? unknown(part) : attribute(part, '=', value));

function sentenceOf([first]: readonly Row[], level: Level, everybody: number): string {
  if (first === undefined || everybody === 0) return 'Where customers live is not known.';
  const name = readValue(level, first[level] ?? '') || countryName(first.country ?? '');
  return `${name} brings most: ${counted(first.people, 'customer')}, ${share(first.people / everybody)} of all.`;
}
