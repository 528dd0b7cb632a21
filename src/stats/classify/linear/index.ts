export * from './logistic.ts';
export { fitPoisson, poissonFactors, type PoissonModel } from './poisson.ts';
export { linearTerms, type LinearTerm, type TermOptions, coefficientsOf, signedLog, skewness } from './terms.ts';
