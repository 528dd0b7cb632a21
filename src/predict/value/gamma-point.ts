import { type Fragment, ident, join, sql } from '../../sql/index.ts';
import { endsOf } from './order-distribution.ts';

// Points of a gamma variable in the engine, for each customer their own: by the cube-root rule of Wilson & Hilferty (1931) a gamma variable is a normal one.

const wide = endsOf(1);
const narrow = endsOf(0);

/** The share of the outcomes of somebody who orders at all that lie below an end of `endsOf`; null where that end is no order. */
const shareAmongSome = (end: 'low' | 'high', none: Fragment): Fragment => {
  const wanted = sql`case when ${none} > ${narrow.low}::DOUBLE then ${wide[end]}::DOUBLE else ${narrow[end]}::DOUBLE end`;
  return sql`case when ${wanted} > ${none} then ((${wanted}) - ${none}) / (1 - ${none}) end`;
};

export const lowShare = (none: Fragment): Fragment => shareAmongSome('low', none);
export const highShare = (none: Fragment): Fragment => shareAmongSome('high', none);

/** The value, called `as`, that a share of a gamma variable's outcomes lies below; 0 for no share. */
export type GammaPoint = { readonly as: string; readonly share: Fragment; readonly mean: Fragment; readonly shape: Fragment };

/** Rows with points beside them. In steps: the engine works a text out anew wherever it stands again, and takes five times as long for a power as for two products. */
export function withGammaPoints(rows: Fragment, points: readonly GammaPoint[]): Fragment {
  const t = ({ as }: GammaPoint): Fragment => ident(`${as}_t`);
  const root = ({ as }: GammaPoint): Fragment => ident(`${as}_root`);
  return sql`
    select * exclude (${join(points.map(root))}), ${join(points.map((own) => sql`${own.mean} * (${root(own)} * ${root(own)} * ${root(own)}) as ${ident(own.as)}`))}
    from (select * exclude (${join(points.map(t))}),
      ${join(points.map((own) => sql`greatest(0, 1 - 1 / (9 * ${own.shape}) + ${normalPoint(own.share, t(own))} / (3 * sqrt(${own.shape}))) as ${root(own)}`))}
    from (select *, ${join(points.map((own) => sql`sqrt(-2 * ln(least(${own.share}, 1 - ${own.share}))) as ${t(own)}`))} from (${rows})))`;
}

/** The share of a gamma variable's outcomes up to a value. */
export function gammaUpTo(value: Fragment, mean: Fragment, shape: Fragment): Fragment {
  const point = sql`(3 * sqrt(${shape}) * (cbrt((${value}) / ${mean}) - 1 + 1 / (9 * ${shape})))`;
  // A logistic curve that is never further than 0.0002 from the normal distribution (Page 1977).
  return sql`(1 / (1 + exp(-(1.5976 * ${point} + 0.070565992 * ${point} ** 3))))`;
}

/** The normal point of a share whose `t` is √(−2 ln) of the lesser of it and what it leaves, good to 0.0005 (Abramowitz & Stegun 26.2.23). */
const normalPoint = (share: Fragment, t: Fragment): Fragment =>
  sql`case when ${share} < 0.5 then -1 else 1 end * (${t} - (2.515517 + 0.802853 * ${t} + 0.010328 * ${t} * ${t}) / (1 + 1.432788 * ${t} + 0.189269 * ${t} * ${t} + 0.001308 * (${t} * ${t} * ${t})))`;
