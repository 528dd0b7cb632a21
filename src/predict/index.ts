export * from './calls/index.ts';
export * from './classify/index.ts';
export * from './groups/index.ts';
export * from './recommend/index.ts';
export * from './value/index.ts';
export { approvedModels, approveModel, findModel, listModels, type NewModel, retireModel, saveModel, type StoredModel } from './store.ts';
export { forgetWords, writeWords } from './words.ts';
