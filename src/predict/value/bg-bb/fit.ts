import { logBeta, withNumericGradient } from '../../../stats/index.ts';
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
export function bgBbLikelihood({ alpha, beta, gamma, delta }: BgBb, { repeats: x, recency, age }: History): { readonly total: number; readonly alive: number } {
  const orders = logBeta(alpha, beta);
  const leaving = logBeta(gamma, delta);
  const alive = Math.exp(logBeta(alpha + x, beta + age - x) - orders + logBeta(gamma, delta + age) - leaving);
  let order = Math.exp(logBeta(alpha + x, beta + recency - x) - orders);
  let left = Math.exp(logBeta(gamma + 1, delta + recency) - leaving);
  let total = alive;
  // Gone after period recency + i: each further empty period multiplies both beta functions by a ratio.
  for (let i = 0; i < age - recency; i += 1) {
    total += order * left;
    order *= (beta + recency - x + i) / (alpha + beta + recency + i);
    left *= (delta + recency + i) / (gamma + 1 + delta + recency + i);
  }
  return { total, alive };
}
