import { type Fragment, ident, sql } from '../../../sql/index.ts';
import type { Warehouse } from '../../../warehouse/index.ts';
import { fitGammaGamma, type GammaGamma } from '../gamma-gamma/fit.ts';
import { readSpends } from '../histories/read.ts';

/** Everyone spends the same on average: `between` is the variance of customers' own means, `within` that of one order around its customer's. */
export type MeanSpend = { readonly kind: 'mean-spend'; readonly mean: number; readonly between: number; readonly within: number };
/**
 * Bühlmann's credibility (1967, "Experience Rating and Credibility"): what a customer spends is their own mean drawn towards that of all, by how much one order varies around a customer's mean against
 * how much the means vary (`between`). An order varies in proportion to its mean: `relative` is the variance around a mean of one.
 */
export type Credibility = { readonly kind: 'credibility'; readonly mean: number; readonly between: number; readonly relative: number };
export type SpendModel = GammaGamma | MeanSpend | Credibility;

/** With fewer customers who bought again, one mean for all is safer than a distribution of means. */
export const fewestSpends = 50;
const mostSpends = 200_000;

/**
 * The spend model that a table of `stageHistories` carries: Gamma-Gamma where enough customers bought again and it has a mean and a spread. It has none where each pays the same price again and again, and
 * prices lie far apart (plans of a subscription): then credibility, which asks for no distribution. One mean where few bought again.
 */
export async function fitSpend(warehouse: Warehouse, table: string): Promise<SpendModel> {
  const spends = await readSpends(warehouse, table, mostSpends);
  if (spends.repeats.length >= fewestSpends) {
    const { model, likelihood } = fitGammaGamma(spends);
    if (Number.isFinite(likelihood.logLikelihood) && model.q > 1.05 && model.p < 1e5 && model.q < 1e5) return model;
    const own = await credibility(warehouse, table);
    if (own !== undefined) return own;
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

/** All orders of a customer: how many, and their mean. */
const orderCount = sql`(case when coalesce(repeat_spend, 0) > 0 then repeats else 0 end + case when first_spent > 0 then 1 else 0 end)`;
const ownMean = sql`((case when coalesce(repeat_spend, 0) > 0 then repeats * repeat_spend else 0 end + greatest(0, first_spent)) / greatest(1, ${orderCount}))`;

/** Nobody's price is taken to be surer than a hundredth of it. */
const surestPrice = 1e-4;

/** From moments: the first order and the mean of `n` further ones differ by a variance of 1 + 1/n around the same mean. Undefined where means do not differ beyond that. */
async function credibility(warehouse: Warehouse, table: string): Promise<Credibility | undefined> {
  const found = await warehouse.row<{ mean: number | null; square: number | null; relative: number | null; noise: number | null; customers: number }>(sql`
    select avg(own)::DOUBLE as mean, avg(own * own)::DOUBLE as square, avg(unlike) filter (repeats > 0)::DOUBLE as relative, avg(own * own / orders)::DOUBLE as noise, count(*)::INTEGER as customers from (
      select ${ownMean}::DECIMAL(15,4) as own, ${orderCount}::DECIMAL(9,0) as orders, repeats,
        ((first_spent - repeat_spend) ** 2 / ((1 + 1 / repeats) * ${ownMean} ** 2))::DECIMAL(15,6) as unlike from ${ident(table)} where first_spent > 0 and (repeats = 0 or repeat_spend > 0))`);
  if (found === undefined || found.mean === null || found.square === null || found.relative === null || found.noise === null) return undefined;
  const between = found.square - found.mean * found.mean - found.relative * found.noise;
  return between > 0 && found.mean > 0 ? { kind: 'credibility', mean: found.mean, between, relative: Math.max(surestPrice, found.relative) } : undefined;
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
  if (model.kind === 'credibility') {
    const { mean, between, relative } = model;
    // So many orders of theirs weigh as much as the mean of all.
    const weight = (relative * (mean * mean + between)) / between;
    const spend = sql`((${orderCount} * ${ownMean} + ${weight * mean}::DOUBLE) / (${orderCount} + ${weight}::DOUBLE))`;
    const square = sql`(${spend} * ${spend} + ${between * weight}::DOUBLE / (${orderCount} + ${weight}::DOUBLE))`;
    return sql`${spend} as spend, ${square} as spend_square, ${relative}::DOUBLE * ${square} as spend_within`;
  }
  const { p, q, gamma } = model;
  const repeats = sql`(case when coalesce(repeat_spend, 0) > 0 then repeats else 0 end)`;
  const shape = sql`(${p}::DOUBLE * ${repeats} + ${q}::DOUBLE)`;
  const scale = sql`(${p}::DOUBLE * (${gamma}::DOUBLE + ${repeats} * coalesce(repeat_spend, 0)))`;
  const mean = sql`${scale} / (${shape} - 1)`;
  const square = sql`case when ${shape} > 2 then ${scale} * ${scale} / ((${shape} - 1) * (${shape} - 2)) else 2 * (${mean}) * (${mean}) end`;
  return sql`${mean} as spend, ${square} as spend_square, (${square}) / ${p}::DOUBLE as spend_within`;
}
