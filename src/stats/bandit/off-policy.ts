import { mean } from '../mean.ts';
import { standardDeviation } from '../variance.ts';

/** One decision that was logged: with what probability it was taken, what came of it, with what probability the rule in question would have taken it, and what models expect. */
export type LoggedDecision = {
  readonly propensity: number;
  readonly reward: number;
  readonly target: number;
  /** Expected reward of what was done, and of what the rule in question would do on average. */
  readonly modelDone: number;
  readonly modelTarget: number;
};

export type PolicyValue = { readonly value: number; readonly standardError: number; readonly low: number; readonly high: number };
export type OffPolicy = {
  /** Inverse propensity (Horvitz & Thompson 1952), self-normalised, and doubly robust (Dudík, Langford & Li, ICML 2011). */
  readonly ips: PolicyValue;
  readonly snips: PolicyValue;
  readonly doublyRobust: PolicyValue;
  /** (Σw)² / Σw²: how many decisions' worth of evidence there is. */
  readonly effective: number;
};

/** What a rule would have brought per decision, from decisions that another rule took. Undefined for fewer than two. */
export function offPolicyValue(log: readonly LoggedDecision[], z = 1.959963984540054): OffPolicy | undefined {
  if (log.length < 2) return undefined;
  const weights = log.map(({ propensity, target }) => target / propensity);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const ips = log.map(({ reward }, at) => (weights[at] ?? 0) * reward);
  const ratio = sum > 0 ? ips.reduce((total, value) => total + value, 0) / sum : 0;
  // Linearised: the residuals of the ratio.
  const residuals = log.map(({ reward }, at) => ((weights[at] ?? 0) * (reward - ratio)) / (sum / log.length || 1));
  const robust = log.map(({ reward, modelDone, modelTarget }, at) => modelTarget + (weights[at] ?? 0) * (reward - modelDone));
  const of = (values: readonly number[], centre = mean(values)): PolicyValue => {
    const standardError = standardDeviation(values) / Math.sqrt(values.length);
    return { value: centre, standardError, low: centre - z * standardError, high: centre + z * standardError };
  };
  const squares = weights.reduce((total, weight) => total + weight * weight, 0);
  return { ips: of(ips), snips: of(residuals, ratio), doublyRobust: of(robust), effective: squares > 0 ? sum ** 2 / squares : 0 };
}
