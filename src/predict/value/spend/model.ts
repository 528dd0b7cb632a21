import { type Fragment, ident, sql } from '../../../sql/index.ts';
import type { Warehouse } from '../../../warehouse/index.ts';
import { fitGammaGamma, type GammaGamma } from '../gamma-gamma/fit.ts';
import { readSpends } from '../histories/read.ts';

/** Everyone spends the same on average: `between` is the variance of customers' own means, `within` that of one order around its customer's. */
export type MeanSpend = { readonly kind: 'mean-spend'; readonly mean: number; readonly between: number; readonly within: number };
export type SpendModel = GammaGamma | MeanSpend;

/** With fewer customers who bought again, one mean for all is safer than a distribution of means. */
export const fewestSpends = 50;
const mostSpends = 200_000;

/** The spend model that a table of `stageHistories` carries: Gamma-Gamma where enough customers bought again and it has a mean, else one mean. */
export async function fitSpend(warehouse: Warehouse, table: string): Promise<SpendModel> {
  const spends = await readSpends(warehouse, table, mostSpends);
  if (spends.repeats.length >= fewestSpends) {
    const { model, likelihood } = fitGammaGamma(spends);
    if (Number.isFinite(likelihood.logLikelihood) && model.q > 1.05 && model.p < 1e5 && model.q < 1e5) return model;
  }
  return meanSpend(warehouse, table);
}

export async function meanSpend(warehouse: Warehouse, table: string): Promise<MeanSpend> {
  // Decimals, since sums of doubles depend on the order in which the engine's threads come.
  const found = await warehouse.row<{ mean: number | null; spread: number | null }>(sql`
    select avg(own) as mean, (avg(own * own) - avg(own) * avg(own)) * count(*) / nullif(count(*) - 1, 0) as spread from (
      select ((first_spent + repeats * coalesce(repeat_spend, 0)) / (repeats + 1))::DECIMAL(15,4) as own from ${ident(table)}) where own > 0`);
  const mean = found?.mean ?? 0;
  // Means of one or two orders vary mostly because orders do: half of what is seen goes to either side.
  const spread = found?.spread ?? mean * mean;
  return { kind: 'mean-spend', mean, between: spread / 2, within: spread / 2 };
}

/**
 * Columns `spend` (expected money per order), `spend_square` (second moment of a customer's own mean) and `spend_within` (variance of one order around
 * it), from columns `repeats` and `repeat_spend`: the formulas of `spendMoments`, set-wise.
 */
export function spendColumns(model: SpendModel): Fragment {
  if (model.kind === 'mean-spend') {
    const { mean, between, within } = model;
    return sql`${mean}::DOUBLE as spend, ${mean * mean + between}::DOUBLE as spend_square, ${within}::DOUBLE as spend_within`;
  }
  const { p, q, gamma } = model;
  const repeats = sql`(case when coalesce(repeat_spend, 0) > 0 then repeats else 0 end)`;
  const shape = sql`(${p}::DOUBLE * ${repeats} + ${q}::DOUBLE)`;
  const scale = sql`(${p}::DOUBLE * (${gamma}::DOUBLE + ${repeats} * coalesce(repeat_spend, 0)))`;
  const mean = sql`${scale} / (${shape} - 1)`;
  const square = sql`case when ${shape} > 2 then ${scale} * ${scale} / ((${shape} - 1) * (${shape} - 2)) else 2 * (${mean}) * (${mean}) end`;
  return sql`${mean} as spend, ${square} as spend_square, (${square}) / ${p}::DOUBLE as spend_within`;
}
