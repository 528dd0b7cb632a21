import { expect, test } from 'vitest';
import { join, sql } from '../../sql/index.ts';
import { openDuckdb } from '../../warehouse/index.ts';
import { stagePostcodes, stageRegions } from './lookups.ts';

test('where a postcode alone tells region and country, as docs/profiles.md has it', async () => {
  const warehouse = await openDuckdb(':memory:');
  // Leeds Town Hall, Manchester, a Dutch and a Canadian code; Chester, Sheffield, Peterborough and Twickenham lie in areas that reach over a border.
  const told = ['LS1 3AD', 'M2 5DB', '1012 JS', 'M5H 2N2', 'CH1 1AA', 'S1 2HH', 'PE1 1HF', 'TW1 1AA', '20099', 'a postcode of more than twelve letters'];
  await warehouse.run(sql`create temp table trait_told as select code from (values ${join(told.map((code) => sql`(${code})`))}) as told (code)`);
  await stagePostcodes(warehouse, sql`code`);
  const found = await warehouse.rows<{ value: string; country: string; region: string | null }>(
    sql`select t.code as value, p.country, p.region from trait_told t left join enrich_postcodes p on p.value = t.code`,
  );
  const of = new Map(found.map(({ value, country, region }) => [value, [country, region]]));
  expect(told.map((code) => of.get(code))).toEqual([
    ['GB', 'Yorkshire and the Humber'],
    ['GB', 'North West'],
    ['NL', null],
    ['CA', null],
    ['GB', null],
    ['GB', null],
    ['GB', null],
    ['GB', null],
    [null, null],
    [null, null],
  ]);
  await warehouse.close();
});

test('where a postcode tells the region once the country is known, as docs/profiles.md has it', async () => {
  const warehouse = await openDuckdb(':memory:');
  await warehouse.run(sql`create temp table enrich_people as select * from (values
    ('35000', 'FR', null), ('28014', 'ES', null), ('90012', 'US', null), ('2000', 'AU', null), ('M5H 2N2', 'CA', null), ('80331', 'DE', null), ('00186', 'IT', null), ('1012', 'NL', null),
    ('10007', null, null), ('69001', 'FR', 'Lyon')) as people (postcode, country_known, region)`);
  await stageRegions(warehouse);
  // Nothing is looked up for those whose country is unknown or whose region is told.
  expect(await warehouse.rows(sql`select postcode, country, region from enrich_regions order by postcode`)).toEqual([
    { postcode: '2000', country: 'AU', region: 'New South Wales' },
    { postcode: '28014', country: 'ES', region: 'Madrid' },
    { postcode: '35000', country: 'FR', region: 'Bretagne' },
    { postcode: '90012', country: 'US', region: 'California' },
    { postcode: 'M5H 2N2', country: 'CA', region: 'Ontario' },
  ]);
  await warehouse.close();
});
