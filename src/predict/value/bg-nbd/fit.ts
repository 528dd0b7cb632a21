import type { Differentiable } from '../../../stats/index.ts';
import { customersIn, type Histories } from '../histories/history.ts';
import { dictionary } from '../histories/group.ts';
import { fitPositive, type Likelihood } from '../maximum-likelihood.ts';
import { risingLogs } from '../rising.ts';

/**
 * BG/NBD (Fader, Hardie & Lee, Marketing Science 24, 2005): while a customer is alive they order at a rate of their own, gamma distributed over
 * customers (shape r, rate α per week); after each repeat order they may leave for good with a probability of their own, beta distributed (a, b).
 */
export type BgNbd = { readonly kind: 'bg-nbd'; readonly r: number; readonly alpha: number; readonly a: number; readonly b: number };

export function fitBgNbd(histories: Histories): { readonly model: BgNbd; readonly likelihood: Likelihood } {
  const customers = customersIn(histories);
  const typical = histories.age.reduce((sum, age, row) => sum + age * (histories.weight[row] ?? 0), 0) / customers || 1;
  const likelihood = fitPositive(negativeLikelihood(histories), [0.5, typical / 4, 1, 2], customers);
  const [r = 1, alpha = 1, a = 1, b = 1] = likelihood.parameters;
  return { model: { kind: 'bg-nbd', r, alpha, a, b }, likelihood };
}

/**
 * Minus the log-likelihood per customer (the paper's section 4, with its A₁ … A₄) and its gradient, by ln r, ln α, ln a, ln b. What depends on the
 * number of repeats alone is summed once per number; logarithms of times once per distinct time.
 */
export function negativeLikelihood(histories: Histories): Differentiable {
  const { repeats, weight } = histories;
  const rows = repeats.length;
  const customers = customersIn(histories);
  const ages = dictionary(histories.age);
  const recencies = dictionary(histories.recency);
  const counts = weightsByRepeats(histories);
  return (point, gradient) => {
    const [r = 1, alpha = 1, a = 1, b = 1] = Array.from(point, Math.exp);
    const [logAge, inverseAge] = shiftedLogs(ages.values, alpha);
    const [logRecency, inverseRecency] = shiftedLogs(recencies.values, alpha);
    const odds = Float64Array.from(counts, (_, x) => Math.log(a) - Math.log(b + x - 1));
    let [sum, byR, byAlpha, bySigma, byLater] = [0, 0, 0, 0, 0];
    for (let row = 0; row < rows; row += 1) {
      const x = repeats[row] ?? 0;
      const share = weight[row] ?? 0;
      const age = ages.places[row] ?? 0;
      const last = logAge[age] ?? 0;
      let gone = 0;
      let term = -(r + x) * last;
      if (x > 0) {
        const since = recencies.places[row] ?? 0;
        const gap = last - (logRecency[since] ?? 0);
        const lean = (odds[x] ?? 0) + (r + x) * gap;
        const power = Math.exp(-Math.abs(lean));
        gone = lean > 0 ? 1 / (1 + power) : power / (1 + power);
        term += Math.log1p(power) + (lean > 0 ? lean : 0);
        byR += share * gone * gap;
        byAlpha -= share * gone * (r + x) * (inverseRecency[since] ?? 0);
        bySigma += share * gone;
        byLater += (share * gone) / (b + x - 1);
      }
      sum += share * term;
      byR -= share * last;
      byAlpha -= share * (1 - gone) * (r + x) * (inverseAge[age] ?? 0);
    }
    const whole = byCount(counts, { r, a, b });
    gradient[0] = (-r * (byR + whole.byR + customers * Math.log(alpha))) / customers;
    gradient[1] = (-alpha * (byAlpha + (customers * r) / alpha)) / customers;
    gradient[2] = (-a * (whole.byA + bySigma / a)) / customers;
    gradient[3] = (-b * (whole.byB - byLater)) / customers;
    return -(sum + whole.value + customers * r * Math.log(alpha)) / customers;
  };
}

/** The parts of A₁ and A₂ that follow from the number of repeats. */
function byCount(counts: Float64Array, { r, a, b }: Pick<BgNbd, 'r' | 'a' | 'b'>) {
  const most = counts.length - 1;
  const [rate, stay, either] = [risingLogs(r, most), risingLogs(b, most), risingLogs(a + b, most)];
  let [value, byR, byA, byB] = [0, 0, 0, 0];
  for (let x = 0; x <= most; x += 1) {
    const share = counts[x] ?? 0;
    value += share * ((rate.logs[x] ?? 0) + (stay.logs[x] ?? 0) - (either.logs[x] ?? 0));
    byR += share * (rate.slopes[x] ?? 0);
    byA -= share * (either.slopes[x] ?? 0);
    byB += share * ((stay.slopes[x] ?? 0) - (either.slopes[x] ?? 0));
  }
  return { value, byR, byA, byB };
}

export function weightsByRepeats({ repeats, weight }: Histories): Float64Array {
  const most = repeats.reduce((largest, x) => Math.max(largest, x), 0);
  const counts = new Float64Array(most + 1);
  repeats.forEach((x, row) => {
    counts[x] = (counts[x] ?? 0) + (weight[row] ?? 0);
  });
  return counts;
}

/** ln(α + t) and 1 / (α + t) of each distinct time. */
const shiftedLogs = (times: Float64Array, alpha: number): readonly [Float64Array, Float64Array] => [
  times.map((time) => Math.log(alpha + time)),
  times.map((time) => 1 / (alpha + time)),
];
