import type { SegmentComposition } from '../../contract/index.ts';
import type { AttributeWord } from '../../language/index.ts';
import { type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { InsightContext } from '../base/context.ts';
import { hedgesG } from '../scorecard/effects.ts';

type Numbers = SegmentComposition['numbers'];
type Found = { readonly [key: string]: unknown };

/** Every number and money feature of members beside other customers, in one pass. Expects the temp table `insight_members`. */
export async function featureNumbers({ warehouse, features }: InsightContext, words: readonly AttributeWord[]): Promise<Numbers> {
  const numbers = words.filter(({ type, table }) => type === 'number' && table === 'features');
  if (numbers.length === 0) return [];
  const row = await warehouse.row<Found>(sql`
    select ${join(numbers.flatMap((word, index) => measures(ident('f', word.column), index)))}
    from ${features} f left join insight_members m using (profile)`);
  if (row === undefined) return [];
  return numbers.map((word, index) => numberOf(word, index, row)).toSorted((a, b) => Math.abs(b.effect ?? 0) - Math.abs(a.effect ?? 0));
}

const member = sql`m.segment is not null`;
const other = sql`m.segment is null`;

function measures(column: Fragment, index: number): readonly Fragment[] {
  const value = sql`${column}::DOUBLE`;
  const as = (what: string): Fragment => ident(`${what}${index}`);
  return [
    sql`quantile_cont(${value}, [0.25, 0.5, 0.75]) filter (${member}) as ${as('mq')}`,
    sql`quantile_cont(${value}, [0.25, 0.5, 0.75]) as ${as('bq')}`,
    sql`count(${column}) filter (${member}) as ${as('mn')}`,
    sql`avg(${value}) filter (${member}) as ${as('mm')}`,
    sql`coalesce(var_pop(${value}) filter (${member}), 0) * count(${column}) filter (${member}) as ${as('ms')}`,
    sql`count(${column}) filter (${other}) as ${as('on')}`,
    sql`avg(${value}) filter (${other}) as ${as('om')}`,
    sql`coalesce(var_pop(${value}) filter (${other}), 0) * count(${column}) filter (${other}) as ${as('os')}`,
  ];
}

function numberOf({ name, label, unit }: AttributeWord, index: number, row: Found): Numbers[number] {
  const at = (what: string): number => Number(row[`${what}${index}`] ?? 0);
  const quartiles = (what: string): readonly number[] | undefined => row[`${what}${index}`] as readonly number[] | undefined;
  const [mine, all] = [quartiles('mq'), quartiles('bq')];
  const moments = (side: 'm' | 'o') => ({ n: at(`${side}n`), mean: at(`${side}m`), squares: at(`${side}s`), natural: at(`${side}m`) });
  const effect = hedgesG(moments('m'), moments('o'));
  return {
    name,
    label,
    unit: unit ?? null,
    median: mine?.[1] ?? null,
    quartiles: outer(mine),
    base_median: all?.[1] ?? null,
    base_quartiles: outer(all),
    effect: effect ?? null,
  };
}

const outer = (quartiles: readonly number[] | undefined): Numbers[number]['quartiles'] =>
  quartiles?.[0] === undefined || quartiles[2] === undefined ? null : { low: quartiles[0], high: quartiles[2] };
