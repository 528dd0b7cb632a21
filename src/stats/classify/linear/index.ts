export * from './logistic.ts';
export { linearTerms, type LinearTerm, type TermOptions, coefficientsOf, signedLog, skewness } from './terms.ts';
