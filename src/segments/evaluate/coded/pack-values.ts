import { fragmentKey } from '../../../language/index.ts';
import { type Fragment, sql } from '../../../sql/index.ts';
import { numbered, type Packed } from './packed.ts';

/** The different values of an operand among the facts of a pick. */
export type Values = { readonly operand: Fragment; readonly pick: Fragment };

/** An integer has a bit for each of so many values. */
export const mostValues = 62;

/** Each value is a bit of an integer; a customer has as many values as bits are set. */
export function packValues(asked: readonly Values[]): Packed & { readonly ranks: readonly Fragment[] } {
  const operands = new Map(asked.map(({ operand }) => [fragmentKey(operand), operand]));
  const places = new Map([...operands.keys()].map((key, index) => [key, index]));
  const rank = (operand: Fragment): Fragment => numbered('r', places.get(fragmentKey(operand)) ?? 0);
  return {
    // Equal values rank equal; those that are unknown come last and are no value.
    ranks: [...operands.values()].map(
      (operand, index) => sql`case when ${operand} is null then 0 else dense_rank() over (order by ${operand} nulls last) end as ${numbered('r', index)}`,
    ),
    lookedUp: asked.map(
      ({ operand, pick }, index) =>
        sql`case when ${pick} and ${rank(operand)} > 0 then cast(1 as bigint) << (${rank(operand)} - 1) else 0 end as ${numbered('d', index)}`,
    ),
    brought: [],
    added: asked.map((_, index) => sql`bit_or(${numbered('d', index)}) as ${numbered('d', index)}`),
    values: asked.map((_, index) => sql`bit_count(${numbered('d', index)})`),
  };
}
