import { mean, normalCdf, variance } from '../../stats/index.ts';

/** A customer's gaps between days with an order, as natural logarithms of days: how many, their sum, the sum of their squares; and the days since the last order. */
export type Gaps = { readonly count: Float64Array; readonly sum: Float64Array; readonly squares: Float64Array; readonly silence: Float64Array };

/** Nobody is this sure. */
const sure = 1e-4;
/** Of those who might order, so many leave after each order. The regression that this is a column of finds the level by itself; what is wanted is the bend. */
const leaving = 0.02;
/** A shop's customers differ in their pace by this at least (variance of logarithms), so that nobody is drawn wholly to the middle. */
const leastBetween = 0.05;

/**
 * The chance of an order within the horizon by each customer's own rhythm: gaps are lognormal around a pace of their own, as even as theirs have been. Pace and evenness lean on everybody's as far as the customer's own
 * gaps are few (normal means with a known prior, Gelman et al., Bayesian Data Analysis, 2.5; one gap's worth of everybody's variance). A silence that the rhythm leaves no room for says that they have left.
 *
 * BG/NBD takes orders to come at random; here someone who orders every four weeks and is silent for eight is as good as gone, and someone who orders now and then is not.
 */
export function ownRhythm({ count, sum, squares, silence }: Gaps, horizonDays: number): Float64Array {
  const { middle, within, between } = shopOf(count, sum, squares);
  return silence.map((days, row) => {
    const own = count[row] ?? 0;
    const total = sum[row] ?? 0;
    const spread = own === 0 ? 0 : Math.max(0, (squares[row] ?? 0) - (total * total) / own);
    const evenness = (within + spread) / (1 + Math.max(0, own - 1));
    const weight = own + evenness / between;
    const pace = (total + (middle * evenness) / between) / weight;
    const error = Math.sqrt(evenness + evenness / weight);
    const longer = (gap: number): number => Math.max(1e-9, 1 - normalCdf((Math.log(Math.max(0.5, gap)) - pace) / error));
    const [sofar, then] = [longer(days), longer(days + horizonDays)];
    const there = ((1 - leaving) * sofar) / (leaving + (1 - leaving) * sofar);
    return Math.min(1 - sure, Math.max(sure, there * (1 - then / sofar)));
  });
}

/** The pace of all, how much one customer's gaps differ, and how much customers' paces do. */
function shopOf(count: Float64Array, sum: Float64Array, squares: Float64Array): { readonly middle: number; readonly within: number; readonly between: number } {
  const rows = Array.from(count.keys()).filter((row) => (count[row] ?? 0) > 0);
  const paces = Float64Array.from(rows, (row) => (sum[row] ?? 0) / (count[row] ?? 1));
  let [spread, freedom] = [0, 0];
  for (const row of rows) {
    const own = count[row] ?? 0;
    spread += Math.max(0, (squares[row] ?? 0) - (sum[row] ?? 0) ** 2 / own);
    freedom += own - 1;
  }
  const within = freedom > 0 ? Math.max(leastBetween, spread / freedom) : 1;
  const all = paces.length < 2 ? 0 : variance(paces);
  return { middle: paces.length === 0 ? Math.log(30) : mean(paces), within, between: Math.max(leastBetween, all - within / 2) };
}
