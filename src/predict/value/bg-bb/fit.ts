import { withNumericGradient } from '../../../stats/index.ts';
import { customersIn, historyAt, type Histories, type History } from '../histories/history.ts';
import { fitPositive, type Likelihood } from '../maximum-likelihood.ts';

/**
 * BG/BB (Fader, Hardie & Shang, Marketing Science 29, 2010): in each period a customer who is alive orders with a probability of
 * their own, beta (α, β), and leaves for good at its start with another, beta (γ, δ). Repeats, recency and age are whole periods.
 */
export type BgBb = { readonly kind: 'bg-bb'; readonly alpha: number; readonly beta: number; readonly gamma: number; readonly delta: number };

export function fitBgBb(histories: Histories): { readonly model: BgBb; readonly likelihood: Likelihood } {
  const customers = customersIn(histories);
  const negative = (point: Float64Array): number => {
    const [alpha = 1, beta = 1, gamma = 1, delta = 1] = Array.from(point, Math.exp);
    const model: BgBb = { kind: 'bg-bb', alpha, beta, gamma, delta };
    let sum = 0;
    for (let row = 0; row < histories.repeats.length; row += 1) {
      sum += (histories.weight[row] ?? 0) * Math.log(bgBbLikelihood(model, historyAt(histories, row)).total);
    }
    return -sum / customers;
  };
  const likelihood = fitPositive(withNumericGradient(negative), [1, 1, 0.7, 3], customers);
  const [alpha = 1, beta = 1, gamma = 1, delta = 1] = likelihood.parameters;
  return { model: { kind: 'bg-bb', alpha, beta, gamma, delta }, likelihood };
}

/** Likelihood of one past (the paper's equation 7) and the part of it in which the customer is still alive after the last period. */
export function bgBbLikelihood(model: BgBb, { repeats: x, recency, age }: History): { readonly total: number; readonly alive: number } {
  const { alpha, beta, gamma, delta } = model;
  // Each ratio of beta functions is a product of factors below one, a period at a time: no gamma functions.
  let order = 1;
  for (let j = 0; j < x; j += 1) order *= (alpha + j) / (alpha + beta + j);
  for (let j = 0; j < recency - x; j += 1) order *= (beta + j) / (alpha + beta + x + j);
  let stayed = 1;
  for (let j = 0; j < recency; j += 1) stayed *= (delta + j) / (gamma + delta + j);
  let gone = 0;
  for (let period = recency; period < age; period += 1) {
    gone += order * stayed * (gamma / (gamma + delta + period));
    stayed *= (delta + period) / (gamma + delta + period);
    order *= (beta + period - x) / (alpha + beta + period);
  }
  return { total: order * stayed + gone, alive: order * stayed };
}
