export type { Lists, Listed } from './combine.ts';
export { readDefinition, type SegmentInput } from './definition.ts';
export { type Compilation, compileAll, evaluateCompiled, evaluateSegments, type Evaluation, leavesOf } from './evaluate.ts';
export * from './profile-set.ts';
