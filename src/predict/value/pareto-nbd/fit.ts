import { withNumericGradient } from '../../../stats/index.ts';
import { customersIn, historyAt, type Histories } from '../histories/history.ts';
import { fitPositive, type Likelihood } from '../maximum-likelihood.ts';
import { customerLikelihood, type ParetoNbd } from './likelihood.ts';

/** Fits the Pareto/NBD by maximum likelihood; the gradient is by central differences, since ₂F₁ has no handy one. */
export function fitParetoNbd(histories: Histories): { readonly model: ParetoNbd; readonly likelihood: Likelihood } {
  const customers = customersIn(histories);
  const typical = histories.age.reduce((sum, age, row) => sum + age * (histories.weight[row] ?? 0), 0) / customers || 1;
  const negative = (point: Float64Array): number => {
    const [r = 1, alpha = 1, s = 1, beta = 1] = Array.from(point, Math.exp);
    const model: ParetoNbd = { kind: 'pareto-nbd', r, alpha, s, beta };
    let sum = 0;
    for (let row = 0; row < histories.repeats.length; row += 1) {
      sum += (histories.weight[row] ?? 0) * customerLikelihood(model, historyAt(histories, row)).total;
    }
    return -sum / customers;
  };
  const likelihood = fitPositive(withNumericGradient(negative), [0.5, typical / 3, 0.5, typical / 2.5], customers);
  const [r = 1, alpha = 1, s = 1, beta = 1] = likelihood.parameters;
  return { model: { kind: 'pareto-nbd', r, alpha, s, beta }, likelihood };
}
